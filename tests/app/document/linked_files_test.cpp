#include "app/document/linked_files.h"

#include <gtest/gtest.h>

#include <fstream>

#include "app/document/session_file.h"

namespace thalweg {
namespace {

namespace fs = std::filesystem;

class LinkedFiles : public testing::Test {
  protected:
    LinkedFiles() { fs::create_directories(home_ / "data"); }
    ~LinkedFiles() override { fs::remove_all(folder_); }

    static std::string touch(const fs::path& file) {
        std::ofstream(file) << "1 2\n3 4\n";
        return file;
    }

    const fs::path folder_ =
        fs::path(testing::TempDir()) /
        (std::string("thalweg-linked-") + testing::UnitTest::GetInstance()->current_test_info()->name());
    const fs::path home_ = folder_ / "home";
};

Session session_with(const std::string& grid, const std::string& trajectory) {
    Session session;
    session.landscape = {.source = LandscapeSource::grid, .grid = {.file = grid, .array = "loss", .sha256 = "00ff"}};
    session.trajectories = {{.file = trajectory, .sha256 = "ff00", .enabled = false, .color = 3}};
    return session;
}

TEST_F(LinkedFiles, GoRoundThroughASessionFile) {
    const Session session = session_with(touch(home_ / "data" / "loss.csv"), touch(folder_ / "path.csv"));
    ASSERT_EQ(save_session(session, home_ / "a.toml"), "");
    const auto reading = load_session(home_ / "a.toml");
    ASSERT_TRUE(reading.has_value()) << reading.error();
    EXPECT_TRUE(reading->warnings.empty());
    EXPECT_EQ(reading->session, session);
}

TEST_F(LinkedFiles, BelowTheSessionAreNamedAsSeenFromThere) {
    Session session = session_with(touch(home_ / "data" / "loss.csv"), touch(folder_ / "path.csv"));
    relate_files(session, home_);
    EXPECT_EQ(session.landscape.grid.file, "data/loss.csv");
    EXPECT_EQ(session.trajectories[0].file, (folder_ / "path.csv").string()) << "it does not move with the folder";
}

TEST_F(LinkedFiles, AFolderMovesAsAWhole) {
    const Session session = session_with(touch(home_ / "data" / "loss.csv"), touch(home_ / "path.csv"));
    ASSERT_EQ(save_session(session, home_ / "a.toml"), "");
    fs::rename(home_, folder_ / "moved");
    const auto reading = load_session(folder_ / "moved" / "a.toml");
    ASSERT_TRUE(reading.has_value());
    EXPECT_EQ(reading->session.landscape.grid.file, (folder_ / "moved" / "data" / "loss.csv").string());
    EXPECT_EQ(reading->session.trajectories[0].file, (folder_ / "moved" / "path.csv").string());
}

TEST_F(LinkedFiles, WhatIsGoneButLiesBesideTheSessionIsTakenFromThere) {
    Session session = session_with("/nowhere/at/all/loss.csv", "/nowhere/path.csv");
    touch(home_ / "loss.csv");
    resolve_files(session, home_);
    EXPECT_EQ(session.landscape.grid.file, (home_ / "loss.csv").string());
    EXPECT_EQ(session.trajectories[0].file, "/nowhere/path.csv") << "to be asked for";
}

TEST(LandscapeChoice, OfAGridIsWrittenWithoutAFormula) {
    const std::string text = to_toml(session_with("/a/loss.csv", "/b"));
    EXPECT_NE(text.find("source = \"grid\""), std::string::npos);
    EXPECT_NE(text.find("[landscape.grid]"), std::string::npos);
    EXPECT_EQ(text.find("formula = "), std::string::npos);
    EXPECT_EQ(to_toml(Session{}).find("landscape.grid"), std::string::npos);
    EXPECT_EQ(landscape_words(session_with("/a/loss.csv", "").landscape), "loss of loss.csv");
}

}  // namespace
}  // namespace thalweg
