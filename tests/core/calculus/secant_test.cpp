#include "core/calculus/secant.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "core/landscape/formula_landscape.h"

namespace thalweg {
namespace {

constexpr std::array along = {1.0};

TEST(Secant, OfAParabolaDiffersFromTheTangentByItsRun) {
    const FormulaLandscape curve(*Formula::parse("x^2"), {}, 1);
    for (const double run : {2.0, 0.5, -1.0}) {
        const Secant line = secant(*curve.evaluator(), std::array{3.0}, along, run);
        EXPECT_EQ(line.from, 9);
        EXPECT_EQ(line.to, (3 + run) * (3 + run));
        EXPECT_EQ(line.slope, 6 + run);
        EXPECT_EQ(line.tangent, 6);
        EXPECT_EQ(line.error(), run);
    }
}

TEST(Secant, BecomesTheSlopeOfXSquaredSinX) {
    const FormulaLandscape curve(*Formula::parse("x^2 sin(x)"), {}, 1);
    const auto lines = shrinking_secants(*curve.evaluator(), std::array{3.6}, along, 1, 6);
    ASSERT_EQ(lines.size(), 6U);
    // 2x sin x + x² cos x; a note says 26.3, which is wrong.
    EXPECT_NEAR(lines[0].tangent, -14.808, 5e-4);
    EXPECT_NEAR(lines[5].slope, -14.808, 5e-4);
    for (std::size_t i = 2; i < lines.size(); ++i) {
        EXPECT_NEAR(lines[i].run, lines[i - 1].run / 10, 1e-18);
        EXPECT_LT(std::abs(lines[i].error()), 0.2 * std::abs(lines[i - 1].error()));
    }
}

TEST(Secant, OnASurfaceGoesAlongItsDirection) {
    const FormulaLandscape surface(*Formula::parse("x y"), {});
    const Secant line = secant(*surface.evaluator(), std::array{1.0, 2.0}, std::array{0.6, 0.8}, 5);
    EXPECT_EQ(line.from, 2);
    EXPECT_NEAR(line.to, 4 * 6, 1e-14);
    EXPECT_NEAR(line.slope, 22.0 / 5, 1e-14);
    EXPECT_NEAR(line.tangent, 2 * 0.6 + 1 * 0.8, 1e-15);
}

TEST(Secant, HasNoSlopeWithoutARunOrWhereNothingIsDefined) {
    const FormulaLandscape curve(*Formula::parse("ln x"), {}, 1);
    EXPECT_TRUE(std::isnan(secant(*curve.evaluator(), std::array{1.0}, along, 0).slope));
    EXPECT_EQ(secant(*curve.evaluator(), std::array{1.0}, along, 0).tangent, 1);
    EXPECT_TRUE(std::isnan(secant(*curve.evaluator(), std::array{1.0}, along, -2).slope));
    EXPECT_TRUE(std::isnan(secant(*curve.evaluator(), std::array{-1.0}, along, 1).tangent));
}

}  // namespace
}  // namespace thalweg
