#include "core/sampling/level_lines.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace thalweg {
namespace {

using G = std::function<double(double, double)>;

std::vector<LevelLine> lines_of(const G& g, double level, int columns = 33, int rows = 29, Box box = {-2, 2, -2, 2}) {
    std::vector<double> samples;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            samples.push_back(
                g(box.x0 + box.width() * column / (columns - 1), box.y0 + box.height() * row / (rows - 1)));
        }
    }
    return level_lines(box, columns, rows, samples, level, g);
}

TEST(LevelLines, ACircleIsOneClosedLineOfExactPoints) {
    const auto lines = lines_of([](double x, double y) { return x * x + y * y; }, 1.7);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].front(), lines[0].back());
    EXPECT_GT(lines[0].size(), 40U);
    for (const auto& [x, y] : lines[0]) EXPECT_NEAR(x * x + y * y, 1.7, 1e-12);
}

TEST(LevelLines, ALineThroughTheBoxEndsAtItsEdges) {
    const auto lines = lines_of([](double x, double y) { return std::sin(x) - 0.3 * y; }, 0.0);
    ASSERT_EQ(lines.size(), 1U);
    for (const auto& end : {lines[0].front(), lines[0].back()})
        EXPECT_NEAR(std::max(std::abs(end[0]), std::abs(end[1])), 2.0, 1e-12);
    for (const auto& [x, y] : lines[0]) EXPECT_NEAR(std::sin(x), 0.3 * y, 1e-12);
}

TEST(LevelLines, BranchesOfAHyperbolaStayApart) {
    // All four edges of the middle cell are crossed.
    const auto lines = lines_of([](double x, double y) { return x * y; }, 1e-3, 30, 30);
    EXPECT_EQ(lines.size(), 2U);
}

TEST(LevelLines, HolesAreLeftOut) {
    const G g = [](double x, double y) { return x < 0 ? std::numeric_limits<double>::quiet_NaN() : std::sqrt(x) - y; };
    const auto lines = lines_of(g, 0.5);
    ASSERT_EQ(lines.size(), 1U);
    for (const auto& [x, y] : lines[0]) {
        EXPECT_GE(x, 0.0);
        EXPECT_NEAR(std::sqrt(x) - y, 0.5, 1e-12);
    }
}

TEST(LevelLines, NothingWhereTheLevelIsNotReached) {
    EXPECT_TRUE(lines_of([](double, double) { return 1.0; }, 0.0).empty());
    EXPECT_TRUE(level_lines({}, 1, 1, {}, 0.0, [](double, double) { return 0.0; }).empty());
}

}  // namespace
}  // namespace thalweg
