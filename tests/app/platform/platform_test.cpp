#include <gtest/gtest.h>

#include <cstdlib>

#include "app/platform/file_lock.h"
#include "app/platform/state_folder.h"

namespace thalweg {
namespace {

namespace fs = std::filesystem;

TEST(StateFolder, IsWhereTheStandardSays) {
    setenv("HOME", "/home/somebody", 1);              // NOLINT(concurrency-mt-unsafe): a test has one thread
    setenv("XDG_STATE_HOME", "/elsewhere/state", 1);  // NOLINT(concurrency-mt-unsafe)
    EXPECT_EQ(state_folder(), "/elsewhere/state/thalweg");
    setenv("XDG_STATE_HOME", "relative", 1);  // NOLINT(concurrency-mt-unsafe)
    EXPECT_EQ(state_folder(), "/home/somebody/.local/state/thalweg");
    unsetenv("XDG_STATE_HOME");  // NOLINT(concurrency-mt-unsafe)
    EXPECT_EQ(state_folder(), "/home/somebody/.local/state/thalweg");
    unsetenv("HOME");          // NOLINT(concurrency-mt-unsafe)
    unsetenv("LOCALAPPDATA");  // NOLINT(concurrency-mt-unsafe)
    EXPECT_EQ(state_folder(), "");
}

TEST(FileLock, HasOneOwnerUntilThatLetsGo) {
    const fs::path file = fs::path(testing::TempDir()) / "thalweg-file-lock-test.lock";
    {
        auto first = FileLock::take(file);
        ASSERT_TRUE(first.has_value()) << first.error();
        const auto second = FileLock::take(file);
        ASSERT_FALSE(second.has_value());
        EXPECT_NE(second.error().find(file.string()), std::string::npos) << second.error();
        const FileLock moved = *std::move(first);
        EXPECT_FALSE(FileLock::take(file).has_value());
        fs::remove(file);
        EXPECT_TRUE(FileLock::take(file).has_value()) << "another file of that name";
    }
    EXPECT_TRUE(FileLock::take(file).has_value());
    fs::remove(file);
    EXPECT_FALSE(FileLock::take("/nowhere/at/all.lock").has_value());
}

}  // namespace
}  // namespace thalweg
