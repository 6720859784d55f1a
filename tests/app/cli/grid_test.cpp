#include <gtest/gtest.h>

#include <fstream>

#include "tests/app/cli/run_program.h"

namespace thalweg {
namespace {

std::string sample(const char* name) {
    return std::string(THALWEG_TEST_DATA "/grids/") + name;
}

/// A plane through 5 × 4 nodes over [0, 4] × [0, 3], and a path on it.
class GridFiles : public testing::Test {
  protected:
    GridFiles() {
        std::ofstream grid(folder_ / "grid.csv"), path(folder_ / "path.csv");
        grid << ",0,1,2,3,4\n";
        for (int y = 0; y < 4; ++y) {
            grid << y;
            for (int x = 0; x < 5; ++x) grid << ',' << (x - 2) * (x - 2) + (y - 1) * (y - 1);
            grid << '\n';
        }
        path << "x,y,loss\n4,3,9\n3,2,2.5\n2,1,0\n";
    }

    TemporaryFolder folder_;
    const std::string grid_ = folder_ / "grid.csv", path_ = folder_ / "path.csv";
};

TEST_F(GridFiles, EverySubCommandTakesAGrid) {
    const Ended inspect = run_program({"inspect", "--grid", grid_, "--at", "3,2", "--json"});
    EXPECT_EQ(inspect.status, 0) << inspect.err;
    EXPECT_NE(inspect.out.find("\"value\": 2"), std::string::npos) << inspect.out;
    EXPECT_EQ(run_program({"inspect", "--grid", grid_, "--at", "3,2"}).status, 0);
    const Ended descend =
        run_program({"descend", "--grid", grid_, "--start", "4,3", "--optimizer", "sgd lr=0.25", "--steps", "40"});
    EXPECT_EQ(descend.status, 0) << descend.err;
    EXPECT_NE(descend.err.find("converged to a minimum"), std::string::npos) << descend.err;
    const Ended stationary = run_program({"stationary", "--grid", grid_});
    EXPECT_EQ(stationary.status, 0) << stationary.err;
    EXPECT_NE(stationary.out.find("1 minimum. Proved complete."), std::string::npos) << stationary.out;
    EXPECT_NE(stationary.out.find("spline"), std::string::npos) << stationary.out;
    EXPECT_EQ(run_program({"check", "--grid", grid_, "--at", "3,2"}).status, 0);
    EXPECT_EQ(run_program({"basins", "--grid", grid_, "--size", "8"}).status, 0);
    const Ended surface = run_program({"export", "surface", "--grid", grid_, "--nodes", "2x2", "-o", "-"});
    EXPECT_EQ(surface.status, 0) << surface.err;
    const std::size_t corner = surface.out.find("\n4,3,8,");
    ASSERT_NE(corner, std::string::npos) << surface.out;
    std::size_t length = 0;
    const std::string slopes = surface.out.substr(corner + 7);
    EXPECT_NEAR(std::stod(slopes, &length), 4, 1e-12);
    EXPECT_NEAR(std::stod(slopes.substr(length + 1)), 4, 1e-12);
}

TEST_F(GridFiles, ASessionRemembersWhereTheyAre) {
    const std::string session = folder_ / "a.toml", picture = folder_ / "a.png";
    const Ended made =
        run_program({"export", "session", "--grid", grid_, "--trajectory", path_, "--start", "4,3", "-o", session});
    ASSERT_EQ(made.status, 0) << made.err;
    const std::string text = text_of(session);
    EXPECT_NE(text.find("sha256 = \""), std::string::npos);
    EXPECT_NE(text.find("[[trajectories]]"), std::string::npos);
    EXPECT_EQ(run_program({"render", "--session", session, "--size", "320x200", "-o", picture}).status, 0);
    EXPECT_EQ(run_program({"render", "--session", picture, "--size", "320x200", "-o", picture}).status, 0);
    std::filesystem::rename(grid_, folder_ / "other.csv");
    const Ended lost = run_program({"render", "--session", session, "--size", "320x200", "-o", picture});
    EXPECT_EQ(lost.status, 2);
    EXPECT_NE(lost.err.find("grid.csv"), std::string::npos) << lost.err;
}

TEST_F(GridFiles, MistakesAreSaidInOneSentence) {
    struct Case {
        std::vector<std::string> arguments;
        const char* words;
    };
    const Case cases[] = {
        {{"inspect", "--grid", grid_, "--formula", "x", "--at", "1,1"}, "choose one"},
        {{"inspect", "--formula", "x", "--array", "a", "--at", "1"}, "--array"},
        {{"inspect", "--grid", grid_, "--set", "a=1", "--at", "1,1"}, "no parameters"},
        {{"inspect", "--grid", grid_, "--at", "1"}, "2 variables"},
        {{"inspect", "--grid", grid_, "--array", "acc", "--at", "1,1"}, "acc"},
        {{"inspect", "--grid", "/nowhere.npy", "--at", "1,1"}, "/nowhere.npy"},
        {{"inspect", "--grid", sample("complex.npy"), "--at", "1,1"}, "complex"},
        {{"export", "pytorch", "--grid", grid_, "--start", "1,1", "-o", "-"}, "formula"},
        {{"render", "--grid", grid_, "--view", "curve", "-o", "x.png"}, "one variable"},
        {{"render", "--grid", grid_, "--trajectory", sample("all_holes.npy"), "-o", "x.png"}, "all_holes.npy"},
    };
    for (const Case& one : cases) {
        const Ended ended = run_program(one.arguments);
        EXPECT_EQ(ended.status, 2) << one.words;
        EXPECT_NE(ended.err.find(one.words), std::string::npos) << ended.err;
        EXPECT_EQ(std::ranges::count(ended.err, '\n'), 1) << ended.err;
    }
}

}  // namespace
}  // namespace thalweg
