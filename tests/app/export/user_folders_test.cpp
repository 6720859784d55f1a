#include "app/export/user_folders.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <regex>

namespace thalweg {
namespace {

namespace fs = std::filesystem;

/// A home of its own.
class UserFolders : public testing::Test {
  protected:
    UserFolders() {
        fs::create_directories(home_ / ".config");
        setenv("HOME", home_.c_str(), 1);  // NOLINT(concurrency-mt-unsafe): a test has one thread
        for (const char* name : {"XDG_CONFIG_HOME", "XDG_PICTURES_DIR"})
            unsetenv(name);  // NOLINT(concurrency-mt-unsafe)
    }
    ~UserFolders() override { fs::remove_all(home_); }

    const fs::path home_ =
        fs::path(testing::TempDir()) /
        (std::string("thalweg-home-") + testing::UnitTest::GetInstance()->current_test_info()->name());
};

TEST_F(UserFolders, FallBackToTheCurrentFolder) {
    EXPECT_EQ(user_folder("PICTURES"), fs::current_path());
}

TEST_F(UserFolders, TakeTheUsualFolder) {
    fs::create_directories(home_ / "Pictures");
    EXPECT_EQ(user_folder("PICTURES"), home_ / "Pictures");
}

TEST_F(UserFolders, BelieveTheDesktop) {
    fs::create_directories(home_ / "Pictures");
    fs::create_directories(home_ / "Bilder");
    std::ofstream(home_ / ".config" / "user-dirs.dirs") << "# folders\nXDG_PICTURES_DIR=\"$HOME/Bilder\"\n";
    EXPECT_EQ(user_folder("PICTURES"), home_ / "Bilder");
    fs::remove(home_ / "Bilder");
    EXPECT_EQ(user_folder("PICTURES"), home_ / "Pictures") << "a folder that is gone";
}

TEST_F(UserFolders, ANewNameIsNeverTaken) {
    const fs::path first = new_file_name(home_, "png");
    EXPECT_TRUE(std::regex_match(first.filename().string(), std::regex(R"(thalweg-\d{4}-\d\d-\d\d-\d{6}\.png)")))
        << first;
    std::ofstream(home_ / "a.csv") << "1";
    EXPECT_EQ(unused_name(home_ / "a.csv"), home_ / "a-2.csv");
    std::ofstream(home_ / "a-2.csv") << "2";
    EXPECT_EQ(unused_name(home_ / "a.csv"), home_ / "a-3.csv");
    EXPECT_EQ(unused_name(home_ / "b.csv"), home_ / "b.csv");
}

}  // namespace
}  // namespace thalweg
