#include <gtest/gtest.h>

#include <algorithm>

#include "tests/app/cli/run_program.h"

namespace thalweg {
namespace {

TEST(Export, TrajectoriesSayWhichRunIsWhich) {
    const Ended ended = run_program({"export", "trajectories", "--formula", "x^2 + y^2", "--start", "3,2", "--start",
                                     "1,1", "--optimizer", "sgd lr=0.1", "--steps", "5", "-o", "-"});
    EXPECT_EQ(ended.status, 0) << ended.err;
    EXPECT_NE(ended.out.find("# run 2: sgd lr=0.1 from (1, 1): still moving after 5 steps\n"), std::string::npos);
    EXPECT_NE(ended.out.find("\nrun,step,x,y,f,df_dx,df_dy,lr\n1,0,3,2,13,6,4,0.1"), std::string::npos) << ended.out;
    EXPECT_EQ(std::ranges::count(ended.out, '\n'), 3 + 1 + 12);
}

TEST(Export, SurfaceIsAGridOfRowsAndColumns) {
    const Ended ended =
        run_program({"export", "surface", "--formula", "x + 10 y", "--box", "0,2,0,1", "--nodes", "3x2", "-o", "-"});
    EXPECT_EQ(ended.status, 0) << ended.err;
    EXPECT_EQ(ended.out,
              "x,y,f,df_dx,df_dy\n0,0,0,1,10\n1,0,1,1,10\n2,0,2,1,10\n0,1,10,1,10\n1,1,11,1,10\n2,1,12,1,10\n");
}

TEST(Export, StationaryPointsComeWithTheirClass) {
    const Ended ended = run_program({"export", "stationary", "--landscape", "himmelblau", "-o", "-"});
    EXPECT_EQ(ended.status, 0) << ended.err;
    EXPECT_NE(ended.out.find("x,y,f,eigenvalue_1,eigenvalue_2,certified,class\n"), std::string::npos) << ended.out;
    EXPECT_EQ(std::ranges::count(ended.out, '\n'), 2 + 1 + 9);
}

TEST(Export, FilesAreWrittenWholeUnderTheirName) {
    const TemporaryFolder folder;
    for (const std::string name : {"a.npz", "b.csv"}) {
        const Ended ended = run_program(
            {"export", "trajectories", "--landscape", "himmelblau", "--start", "1,1", "-o", (folder / name).string()});
        EXPECT_EQ(ended.status, 0) << ended.err;
        EXPECT_GT(text_of(folder / name).size(), 100U);
    }
    const Ended script = run_program(
        {"export", "pytorch", "--landscape", "himmelblau", "--start", "1,1", "-o", (folder / "c.py").string()});
    EXPECT_EQ(script.status, 0) << script.err;
    EXPECT_TRUE(text_of(folder / "c.py").starts_with("\"\"\"Descents as Thalweg"));
}

TEST(Export, AnEndingThatIsNoTableIsAnError) {
    const Ended ended =
        run_program({"export", "trajectories", "--landscape", "himmelblau", "--start", "1,1", "-o", "a.txt"});
    EXPECT_EQ(ended.status, 2);
    EXPECT_EQ(ended.err, "thalweg: -o a.txt: tables are written as .csv or .npz\n");
    EXPECT_EQ(run_program({"export", "nothing", "-o", "-"}).status, 2);
    EXPECT_EQ(run_program({"export", "surface", "--landscape", "himmelblau", "--nodes", "1x1", "-o", "-"}).status, 2);
}

}  // namespace
}  // namespace thalweg
