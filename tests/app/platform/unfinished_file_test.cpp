#include "app/platform/unfinished_file.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace thalweg {
namespace {

namespace fs = std::filesystem;

class UnfinishedFileTest : public testing::Test {
  protected:
    UnfinishedFileTest() : folder_(fs::temp_directory_path() / ("thalweg_unfinished_" + std::to_string(getpid()))) {
        fs::create_directories(folder_);
    }
    ~UnfinishedFileTest() override { fs::remove_all(folder_); }
    std::string content() const {
        std::ifstream stream(folder_ / "film");
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    static std::span<const std::byte> bytes(std::string_view text) { return std::as_bytes(std::span(text)); }

    fs::path folder_;
};

TEST_F(UnfinishedFileTest, IsNotThereBeforeItIsWhole) {
    std::ofstream(folder_ / "film") << "old";
    auto file = UnfinishedFile::open(folder_ / "film").value();
    ASSERT_EQ(file.write(bytes("new")), "");
    EXPECT_EQ(content(), "old");
    ASSERT_EQ(file.keep(), "");
    EXPECT_EQ(content(), "new");
}

TEST_F(UnfinishedFileTest, GivenUpItLeavesNothing) {
    {
        auto file = UnfinishedFile::open(folder_ / "film").value();
        ASSERT_EQ(file.write(bytes("half")), "");
    }
    EXPECT_TRUE(fs::is_empty(folder_));
}

TEST_F(UnfinishedFileTest, NothingStaysOfAProgramThatIsKilled) {
    const pid_t child = fork();
    if (child == 0) {
        auto file = UnfinishedFile::open(folder_ / "film").value();
        static_cast<void>(file.write(bytes("half")));
        raise(SIGKILL);
    }
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status));
    // Where the file system has no files without names, what stays says of itself that it is not finished.
    for (const auto& entry : fs::directory_iterator(folder_)) EXPECT_EQ(entry.path().extension(), ".part");
    EXPECT_FALSE(fs::exists(folder_ / "film"));
}

TEST_F(UnfinishedFileTest, OtherProgramsCanWriteIntoIt) {
    auto file = UnfinishedFile::open(folder_ / "film").value();
    const std::string command =
        "echo hello > /proc/" + std::to_string(getpid()) + "/fd/" + std::to_string(file.descriptor());
    ASSERT_EQ(std::system(command.c_str()), 0);  // NOLINT: our own words
    ASSERT_EQ(file.keep(), "");
    EXPECT_EQ(content(), "hello\n");
}

}  // namespace
}  // namespace thalweg
