#include "core/calculus/section.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "core/landscape/formula_landscape.h"

namespace thalweg {
namespace {

TEST(Section, IsTheFunctionAlongTheLine) {
    const FormulaLandscape landscape(*Formula::parse("x^2 + 10y"), {});
    const Section cut = section(*landscape.evaluator(), std::array{1.0, 2.0}, std::array{0.6, 0.8}, -1.0, 4.0, 11);
    ASSERT_EQ(cut.t.size(), 11U);
    ASSERT_EQ(cut.f.size(), 11U);
    EXPECT_EQ(cut.t.front(), -1.0);
    EXPECT_EQ(cut.t[2], 0.0);
    EXPECT_EQ(cut.t.back(), 4.0);
    EXPECT_EQ(cut.f[2], 21.0);
    EXPECT_DOUBLE_EQ(cut.f.back(), 3.4 * 3.4 + 52.0);
}

TEST(Section, IsNoNumberWhereTheFunctionIsNone) {
    const FormulaLandscape landscape(*Formula::parse("sqrt(x) + y"), {});
    const Section cut = section(*landscape.evaluator(), std::array{1.0, 0.0}, std::array{1.0, 0.0}, -2.0, 2.0, 5);
    EXPECT_TRUE(std::isnan(cut.f[0]));
    EXPECT_EQ(cut.f[1], 0.0);
}

TEST(Section, ReachesToTheEdgeOfTheBox) {
    const Box box{.x0 = -4, .x1 = 4, .y0 = 0, .y1 = 2};
    const Reach wide = reach_in(box, {1, 1}, {1, 0}, 100);
    EXPECT_EQ(wide.from, -5);
    EXPECT_EQ(wide.to, 3);
    const Reach slanted = reach_in(box, {1, 1}, {0.6, -0.8}, 100);
    EXPECT_DOUBLE_EQ(slanted.from, -1.25);
    EXPECT_DOUBLE_EQ(slanted.to, 1.25);
    const Reach near = reach_in(box, {1, 1}, {1, 0}, 0.5);
    EXPECT_EQ(near.from, -0.5);
    EXPECT_EQ(near.to, 0.5);
    const Reach outside = reach_in(box, {9, 1}, {1, 0}, 2);
    EXPECT_EQ(outside.from, -2);
    EXPECT_EQ(outside.to, 2);
}

}  // namespace
}  // namespace thalweg
