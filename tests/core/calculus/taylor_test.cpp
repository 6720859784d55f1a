#include "core/calculus/taylor.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <string>

#include "core/landscape/formula_landscape.h"

namespace thalweg {
namespace {

using Point = std::array<double, 2>;

std::unique_ptr<Evaluator> of(const std::string& formula) {
    return FormulaLandscape(*Formula::parse(formula), {}).evaluator();
}

// The worked example z = x² + y² from (3, 2) with learning rate 0.1: Δ = -0.1 (6, 4).
TEST(Taylor, TheFirstStepOfTheWorkedExample) {
    const Prediction step = predict(*of("x^2 + y^2"), Point{3, 2}, Point{-0.6, -0.4});
    EXPECT_NEAR(step.first_order, -5.20, 1e-14);
    EXPECT_NEAR(step.second_order, -4.68, 1e-14);
    EXPECT_NEAR(step.actual, -4.68, 1e-14) << "13 to 8.32";
    EXPECT_NEAR(step.first_error(), -0.52, 1e-14);
    EXPECT_NEAR(step.second_error(), 0, 1e-14) << "the quadratic model of a quadratic is exact";
}

TEST(Taylor, ModelsHoldTheDerivatives) {
    const TaylorModel model = taylor_model(*of("x^3 y + 2 y^2"), Point{2, 3});
    EXPECT_EQ(model.value, 42);
    EXPECT_EQ(model.first_order(Point{1, 0}), 36);
    EXPECT_EQ(model.first_order(Point{0, 1}), 20);
    EXPECT_EQ(2 * model.second_order(Point{1, 0}), 36) << "6xy";
    EXPECT_EQ(2 * model.second_order(Point{0, 1}), 4);
    EXPECT_EQ(model.second_order(Point{1, 1}), 18 + 12 + 2) << "mixed: 3x² twice, halved";
    EXPECT_EQ(model.quadratic(Point{1, 1}), 42 + 56 + 32);
    EXPECT_TRUE(model.differentiable);
}

// Halving the way divides the error of the plane by 4 and that of the parabola by 8, but for the next term, ~|d|.
TEST(Taylor, ErrorsFallWithTheOrderOfTheModel) {
    for (const char* formula : {"sin(x) e^y", "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", "1/(1 + x^2 + 3y^2)"}) {
        SCOPED_TRACE(formula);
        const auto f = of(formula);
        const Point at = {0.7, -0.4};
        const Prediction far = predict(*f, at, Point{1e-3, 2e-3}), near = predict(*f, at, Point{5e-4, 1e-3});
        EXPECT_NEAR(far.first_error() / near.first_error(), 4, 0.02);
        EXPECT_NEAR(far.second_error() / near.second_error(), 8, 0.08);
    }
}

TEST(Taylor, NothingIsSaidWhereNothingIsDefined) {
    EXPECT_TRUE(std::isnan(predict(*of("ln(x) + y"), Point{-1, 0}, Point{3, 0}).first_order));
    const Prediction out = predict(*of("sqrt(x) + y"), Point{1, 0}, Point{-2, 0});
    EXPECT_EQ(out.first_order, -1);
    EXPECT_TRUE(std::isnan(out.actual));
}

TEST(Taylor, ObstaclesAreNamed) {
    EXPECT_EQ(obstacle(taylor_model(*of("x^2 y"), Point{1, 1})), "");
    EXPECT_TRUE(obstacle(taylor_model(*of("ln(x) + y"), Point{-1, 1})).contains("not defined"));
    EXPECT_TRUE(obstacle(taylor_model(*of("abs(x) + y"), Point{0, 1})).contains("kink"));
    EXPECT_TRUE(obstacle(taylor_model(*of("ln(x) + y"), Point{0, 1})).contains("infinite"));
    EXPECT_TRUE(obstacle(taylor_model(*of("exp(1e200 x) + y"), Point{0, 1})).contains("derivatives"));
}

}  // namespace
}  // namespace thalweg
