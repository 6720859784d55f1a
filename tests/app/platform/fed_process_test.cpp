#include "app/platform/fed_process.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <memory>
#include <string>

#include "app/platform/program_output.h"

namespace thalweg {
namespace {

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

File temporary_file() {
    return {std::tmpfile(), std::fclose};
}

std::string content_of(std::FILE* file) {
    std::rewind(file);
    std::string content;
    for (int letter = std::fgetc(file); letter != EOF; letter = std::fgetc(file)) content += static_cast<char>(letter);
    return content;
}

std::vector<std::string> shell(const std::string& script) {
    return {"sh", "-c", script};
}

TEST(FedProcess, TakesAllThatItIsFedIntoTheOpenFile) {
    const File file = temporary_file();
    auto process = FedProcess::start(shell(std::string("cat > ") + FedProcess::output), fileno(file.get()));
    ASSERT_TRUE(process.has_value()) << process.error().message();
    // More than a pipe holds at once.
    const std::vector<unsigned char> bytes(1'000'000, 'x');
    EXPECT_TRUE(process->feed(bytes));
    EXPECT_TRUE(process->finish());
    EXPECT_EQ(content_of(file.get()), std::string(bytes.size(), 'x'));
}

TEST(FedProcess, SaysWhatTheProgramComplainedOfLast) {
    const File file = temporary_file();
    auto process = FedProcess::start(shell("echo first >&2; echo; echo last >&2; exit 3"), fileno(file.get()));
    ASSERT_TRUE(process.has_value());
    EXPECT_FALSE(process->finish());
    EXPECT_EQ(process->last_complaint(), "last");
    EXPECT_FALSE(process->finish()) << "it has ended already";
}

TEST(FedProcess, NoticesThatTheProgramHasGoneAway) {
    const File file = temporary_file();
    auto process = FedProcess::start(shell("exit 0"), fileno(file.get()));
    ASSERT_TRUE(process.has_value());
    EXPECT_FALSE(process->feed(std::vector<unsigned char>(1'000'000)));
}

TEST(FedProcess, TellsAProgramThatIsNotThereFromOthers) {
    const File file = temporary_file();
    const auto process = FedProcess::start({"no-program-has-this-name"}, fileno(file.get()));
    ASSERT_FALSE(process.has_value());
    EXPECT_EQ(process.error(), std::errc::no_such_file_or_directory);
}

TEST(ProgramOutput, IsWhatTheProgramWrote) {
    EXPECT_EQ(program_output("/bin/sh", {"-c", "echo one; echo two"}), "one\ntwo\n");
    EXPECT_FALSE(program_output("/bin/sh", {"-c", "exit 1"}).has_value());
    EXPECT_FALSE(program_output("/no/such/program", {}).has_value());
}

}  // namespace
}  // namespace thalweg
