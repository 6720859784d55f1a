#include "core/calculus/gradient_flow.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "core/landscape/formula_landscape.h"

namespace thalweg {
namespace {

FlowLine flow_on(const char* formula, std::array<double, 2> from, const FlowSettings& settings) {
    const FormulaLandscape landscape(*Formula::parse(formula), {});
    return flow_line(*landscape.evaluator(), from, settings);
}

TEST(GradientFlow, OfAParabolicBowlIsAPowerLaw) {
    // x' = -x, y' = -4y: along the line y / x⁴ does not change.
    const FlowLine line = flow_on("(x^2 + 4y^2)/2", {1.0, 0.8}, {.step = 1e-3, .within = {-2, 2, -2, 2}});
    ASSERT_GT(line.points.size(), 500U);
    for (const auto& [x, y] : line.points) {
        if (x > 0.2) {
            EXPECT_NEAR(y, 0.8 * std::pow(x, 4), 1e-7);
        }
    }
    EXPECT_NEAR(std::hypot(line.points.back()[0], line.points.back()[1]), 0.0, 1e-6);
    EXPECT_TRUE(std::ranges::is_sorted(line.values, std::greater{}));
}

TEST(GradientFlow, EndsAtTheEdgeOfTheBoxAndOfTheDomain) {
    const FlowLine line = flow_on("x + 0*y", {0, 0}, {.step = 0.01, .within = {-1, 1, -1, 1}});
    EXPECT_NEAR(line.points.back()[0], -1.0, 0.011);
    EXPECT_NEAR(line.distance.back(), 1.0, 0.011);
    const FlowLine root = flow_on("sqrt(x) + 0*y", {0.5, 0}, {.step = 0.01, .within = {-1, 1, -1, 1}});
    EXPECT_NEAR(root.points.back()[0], 0.0, 1e-6);
}

TEST(GradientFlow, AtAStationaryPointThereIsNoWay) {
    EXPECT_EQ(flow_on("x^2 - y^2", {0, 0}, {.within = {-1, 1, -1, 1}}).points.size(), 1U);
    EXPECT_EQ(flow_on("ln(x) + y", {-1, 0}, {.within = {-2, 2, -2, 2}}).points.size(), 1U);
}

}  // namespace
}  // namespace thalweg
