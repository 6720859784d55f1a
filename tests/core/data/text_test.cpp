#include <cmath>

#include "tests/core/data/sample_files.h"

namespace thalweg {
namespace {

std::expected<GridData, std::string> grid_of(std::string_view text) {
    return grid_in(bytes_of(text));
}
std::string error_of(std::string_view text) {
    return grid_error(bytes_of(text));
}

TEST(TextGrid, IsAMatrixWithItsFirstRowLowest) {
    for (const char* text : {"1,2,3\n4,5,6\n", "1, 2, 3\r\n4, 5, 6", "1;2;3\n4;5;6\n", "1\t2\t3\n4\t5\t6\n",
                             "  1   2 3\n4 5\t6  \n", "# a remark\n\n1 2 3\n\n# another\n4 5 6\n",
                             "\xEF\xBB\xBF"
                             "1,2,3\n4,5,6\n",
                             "\"1\",\"2\",\"3\"\n\"4\",\"5\",\"6\"\n", "+1,2e0,.3e1\n4.,5,6\n"}) {
        const auto grid = grid_of(text);
        ASSERT_TRUE(grid) << text << grid.error();
        EXPECT_EQ(grid->values, (std::vector<double>{1, 2, 3, 4, 5, 6})) << text;
        EXPECT_EQ(grid->x, (std::vector<double>{0, 1, 2}));
        EXPECT_EQ(grid->y, (std::vector<double>{0, 1}));
    }
}

TEST(TextGrid, HasHolesWhereNoNumberIs) {
    const auto grid = grid_of("1,nan,3,NA\n4,,inf,-inf\n7,1e999,9,null\n");
    ASSERT_TRUE(grid) << grid.error();
    EXPECT_EQ(grid->holes, 7U);
    EXPECT_EQ(grid->values[8], 7.0);
    const auto spaced = grid_of("1\t\t3\n4\t5\t\n");
    ASSERT_TRUE(spaced) << spaced.error();
    EXPECT_EQ(spaced->holes, 2U);
}

TEST(TextGrid, ReadsCoordinatesOfTheFirstLineAndColumn) {
    for (const char* corner : {"", "y/x"}) {
        const auto grid = grid_of(std::string(corner) + ",10,20,40\n0.5,1,2,3\n0.25,4,5,6\n");
        ASSERT_TRUE(grid) << grid.error();
        EXPECT_EQ(grid->x, (std::vector<double>{10, 20, 40}));
        EXPECT_EQ(grid->y, (std::vector<double>{0.25, 0.5}));
        EXPECT_EQ(grid->values, (std::vector<double>{4, 5, 6, 1, 2, 3}));
    }
}

TEST(TextGrid, ReadsColumnsInAnyOrderOfLines) {
    const std::string lines = "1,5,15\n0,5,5\n0,4,4\n2,4,24\n1,4,14\n";
    for (const std::string& header : {std::string("x,y,train_loss\n"), std::string("# x,y,loss\n"), std::string()}) {
        const auto grid = grid_of(header + lines);
        ASSERT_TRUE(grid) << grid.error();
        EXPECT_EQ(grid->x, (std::vector<double>{0, 1, 2}));
        EXPECT_EQ(grid->y, (std::vector<double>{4, 5}));
        EXPECT_EQ(grid->holes, 1U);
        EXPECT_EQ(grid->values[3], 5.0);
        EXPECT_TRUE(std::isnan(grid->values[5]));
    }
}

TEST(TextGrid, TakesCoordinatesThatDifferByRoundingForTheSame) {
    const auto grid = grid_of("x,y,f\n0.30000000000000004,0,1\n0.3,1,2\n0,0,3\n0,1,4\n");
    ASSERT_TRUE(grid) << grid.error();
    EXPECT_EQ(grid->x, (std::vector<double>{0.0, 0.3}));
}

TEST(TextGrid, OffersEveryColumnBesideTheCoordinates) {
    const std::string_view text = "x,y,acc,loss\n0,0,50,1\n1,0,51,2\n0,1,52,3\n1,1,53,4\n";
    const auto content = look_into(**open_arrays(bytes_of(text)));
    ASSERT_TRUE(content) << content.error();
    EXPECT_EQ(content->grids, (std::vector<std::string>{"loss", "acc"}));
    const auto grid = grid_in(bytes_of(text), "acc");
    ASSERT_TRUE(grid);
    EXPECT_EQ(grid->values, (std::vector<double>{50, 51, 52, 53}));
}

TEST(TextGrid, SaysWhatIsWrongAndWhere) {
    EXPECT_EQ(error_of(""), "is empty");
    EXPECT_EQ(error_of("\n\n# nothing\n"), "holds no numbers");
    EXPECT_EQ(error_of("a,b,c\n"), "holds no numbers below its first line");
    EXPECT_EQ(error_of("1,2,3\n4,5\n"), "has ragged lines: line 2 has 2 numbers, and the first has 3");
    EXPECT_EQ(error_of("1 2 3\n4 5 6 7\n"), "has ragged lines: line 2 has 4 numbers, and the first has 3");
    EXPECT_EQ(error_of("1,2,3\n4,five,6\n"), "has \"five\" where a number belongs, in line 2, column 2");
    EXPECT_EQ(error_of("1,2\n(1+2j),3\n"), "has \"(1+2j)\" where a number belongs, in line 2, column 1");
    EXPECT_EQ(error_of("1,2\n0x10,3\n"), "has \"0x10\" where a number belongs, in line 2, column 1");
    EXPECT_EQ(error_of("0,5;1,5\n1,0;2,0\n"), "has \"1,0\" where a number belongs, in line 2, column 1");
    EXPECT_EQ(error_of("1,2\nx\x7fz,3\n"), "has \"x?z\" where a number belongs, in line 2, column 1");
    EXPECT_EQ(error_of("1,2,3,4\n"), "holds 1 × 4 numbers; a surface needs a matrix, or columns x, y and values");
    EXPECT_EQ(error_of("nan,nan\nnan,nan\n"), "holds no finite number: all of it is holes");
    EXPECT_EQ(error_of("a,b\n1,2\n3,4\n"), "has neither a matrix nor columns called x, y and one of values");
    EXPECT_EQ(error_of("x,y,f\n0,0,1\n0,0,2\n1,1,3\n1,0,4\n"), "has the point (0, 0) twice");
    EXPECT_EQ(error_of("x,y,f\n0,0,1\n0.1,0.2,2\n1,1,3\n1.5,0,4\n"),
              "has 4 points that do not lie on a grid: they have 4 different x and 3 different y, and at least half of "
              "the nodes must be there");
    EXPECT_EQ(error_of("x,y,f\nnan,0,1\n0.1,0.2,2\n1,1,3\n1.5,0,4\n"), "has coordinates that are no numbers");
    EXPECT_EQ(error_of(",1,1,2\n0,1,2,3\n1,4,5,6\n"), "has the x coordinate 1 twice");
    EXPECT_EQ(grid_error(bytes_of(std::string_view("\0\1\2\3 1,2,3", 9))),
              "is none of .csv, .npy, .npz and HDF5; save the numbers in one of these");
}

TEST(TextGrid, CutAnywhereIsAGridOrAnError) {
    const std::string text = "x,y,loss\n0,0,1.5\n1,0,2.5e-1\n0,1,\"3\"\n1,1,nan\n";
    for (std::size_t length = 0; length <= text.size(); ++length) {
        const auto grid = grid_of(std::string_view(text).substr(0, length));
        EXPECT_TRUE(grid ? grid->values.size() == 4 : !grid.error().empty()) << length;
        if (length < 30) {
            EXPECT_FALSE(grid) << length;
        }
    }
}

TEST(TextTrajectory, HasTwoOrThreeColumns) {
    const auto named = trajectory_in(bytes_of("step,x,y,loss\n0,1,2,9\n1,0.5,1,4\n2,0.25,0.5,nan\n"));
    ASSERT_TRUE(named) << named.error();
    EXPECT_EQ(named->x, (std::vector<double>{1, 0.5, 0.25}));
    EXPECT_EQ(named->loss[1], 4.0);
    EXPECT_TRUE(std::isnan(named->loss[2]));
    EXPECT_EQ(named->understood,
              "A trajectory of 3 points over x from 0.25 to 1 and y from 0.5 to 2, with the true "
              "loss at each.");
    const auto two = trajectory_in(bytes_of("1 2\n0.5 1\n"));
    ASSERT_TRUE(two) << two.error();
    EXPECT_EQ(two->y, (std::vector<double>{2, 1}));
    EXPECT_TRUE(two->loss.empty());
    const auto three = trajectory_in(bytes_of("1,2,7\n0.5,1,6\n"));
    ASSERT_TRUE(three) << three.error();
    EXPECT_EQ(three->loss, (std::vector<double>{7, 6}));
    EXPECT_FALSE(trajectory_in(bytes_of("1,2,3,4\n5,6,7,8\n")));
    EXPECT_FALSE(trajectory_in(bytes_of("x,y\n1,nan\n")));
}

}  // namespace
}  // namespace thalweg
