#include "app/view/surface_break.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/landscape/formula_landscape.h"

namespace thalweg {
namespace {

constexpr HeightScale clipped{.kind = HeightScaleKind::clipped, .low = -4, .high = 4, .knee = 1};

std::optional<SurfaceBreak> between(const std::string& formula, double x0, double x1) {
    const auto f = FormulaLandscape(*Formula::parse(formula), {}).evaluator();
    const auto at = [&](double x) -> HeightAt { return {{x, 0.5}, clipped.height(f->value(std::array{x, 0.5}))}; };
    return surface_break(*f, clipped, at(x0), at(x1));
}

TEST(SurfaceBreak, IsFoundWhereAFunctionJumps) {
    const auto jump = between("floor(x) + 0y", 0.9, 1.3);
    ASSERT_TRUE(jump);
    EXPECT_NEAR(jump->share, 0.25, 1e-4);
    EXPECT_DOUBLE_EQ(jump->before, 0.5);
    EXPECT_DOUBLE_EQ(jump->after, 0.625);
}

TEST(SurfaceBreak, ReachesBothEndsOfAPole) {
    const auto pole = between("1/(x + 0y)", -0.5, 1.5);
    ASSERT_TRUE(pole);
    EXPECT_NEAR(pole->share, 0.25, 1e-4);
    EXPECT_EQ(pole->before, 0.0);
    EXPECT_EQ(pole->after, 1.0);
}

TEST(SurfaceBreak, SteepIsNotBroken) {
    EXPECT_FALSE(between("3tanh(50x) + 0y", -0.5, 1.5));
    EXPECT_FALSE(between("|x| + 0y", -0.5, 1.5)) << "nor is a kink";
}

TEST(SurfaceBreak, ALineThatTheSlopesExplainIsNotLookedAt) {
    EXPECT_FALSE(may_break(0.1, 0.5, 0.4, 0.4));
    EXPECT_FALSE(may_break(0.1, 0.5, 0.2, 0.55)) << "bent";
    EXPECT_TRUE(may_break(0.1, 0.5, 0.0, 0.0)) << "level on both sides";
    EXPECT_TRUE(may_break(0.9, 0.1, 0.8, 0.8)) << "rising, but lower";
    EXPECT_FALSE(may_break(0.500, 0.505, 0.0, 0.0)) << "not worth it";
}

}  // namespace
}  // namespace thalweg
