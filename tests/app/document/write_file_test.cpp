#include "app/document/write_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "app/document/read_file.h"

namespace thalweg {
namespace {

class WriteFile : public testing::Test {
  protected:
    WriteFile()
        : folder_(std::filesystem::temp_directory_path() / ("thalweg_write_file_test_" + std::to_string(getpid()))) {
        std::filesystem::create_directories(folder_);
    }
    ~WriteFile() override { std::filesystem::remove_all(folder_); }

    std::size_t files() const {
        const std::filesystem::directory_iterator all(folder_);
        return static_cast<std::size_t>(std::distance(begin(all), end(all)));
    }

    std::filesystem::path folder_;
};

TEST_F(WriteFile, WritesAndReplacesWhole) {
    const auto file = folder_ / "über uns.txt";
    const std::string large(3'000'000, 'x');
    for (const std::string& text : {std::string("first"), large, std::string()}) {
        EXPECT_EQ(write_file(file, text), "");
        EXPECT_EQ(read_file(file).value(), text);
        EXPECT_EQ(files(), 1U) << "a temporary file is left";
    }
}

TEST_F(WriteFile, ReplacesTheFileBehindALink) {
    EXPECT_EQ(write_file(folder_ / "file", "old"), "");
    std::filesystem::create_symlink("file", folder_ / "link");
    EXPECT_EQ(write_file(folder_ / "link", "new"), "");
    EXPECT_TRUE(std::filesystem::is_symlink(folder_ / "link"));
    EXPECT_EQ(read_file(folder_ / "file").value(), "new");
}

TEST_F(WriteFile, WritesIntoDevicesInsteadOfReplacingThem) {
    EXPECT_EQ(write_file("/dev/null", "gone"), "");
    EXPECT_TRUE(std::filesystem::is_character_file("/dev/null"));
}

TEST_F(WriteFile, FailuresAreOneSentenceAndLeaveNothing) {
    const std::filesystem::path wrong[] = {folder_,      folder_ / "none" / "file", "",
                                           folder_ / "", "/proc/thalweg",           "/dev/full"};
    for (const auto& file : wrong) {
        const std::string sentence = write_file(file, "text");
        EXPECT_TRUE(sentence.starts_with("cannot write ")) << file << ": " << sentence;
        EXPECT_EQ(sentence.find('\n'), std::string::npos);
    }
    EXPECT_EQ(files(), 0U);
}

TEST_F(WriteFile, ReadingHasALimit) {
    EXPECT_EQ(write_file(folder_ / "file", std::string(1000, 'x')), "");
    EXPECT_TRUE(read_file(folder_ / "file", 1000).has_value());
    EXPECT_FALSE(read_file(folder_ / "file", 999).has_value());
    EXPECT_FALSE(read_file("/dev/zero").has_value());
}

}  // namespace
}  // namespace thalweg
