#include "app/view/height_field.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "tests/app/view/landscapes.h"

namespace thalweg {
namespace {

float sample(const HeightField& field, int column, int row, std::size_t channel) {
    return field.samples[(static_cast<std::size_t>(row) * static_cast<std::size_t>(field.columns) +
                          static_cast<std::size_t>(column)) *
                             4 +
                         channel];
}

HeightField field_of(const NamedLandscape& landscape) {
    Scene scene;
    scene.update(session_on(landscape.formula, landscape.domain, landscape.kind), 8, 8);
    return height_field(scene.surface().grid, scene.surface().scale, world_of(landscape.domain),
                        scene.landscape().evaluator.get());
}

TEST(HeightField, HoldsOnlyWhatShadersCanDraw) {
    for (const NamedLandscape& landscape : varied_landscapes()) {
        const HeightField field = field_of(landscape);
        for (std::size_t i = 0; i < field.samples.size(); ++i) {
            ASSERT_TRUE(std::isfinite(field.samples[i])) << landscape.formula << " channel " << i % 4;
        }
    }
}

TEST(HeightField, SlopesAreThoseOfTheDrawnSurface) {
    for (const NamedLandscape& landscape : varied_landscapes()) {
        if (landscape.formula == "step(x)") continue;
        const HeightField field = field_of(landscape);
        const World world = world_of(landscape.domain);
        const double cell = 2 * world.half_x / (field.columns - 1);
        int compared = 0;
        for (int row = 10; row < field.rows - 10; row += 7) {
            for (int column = 10; column < field.columns - 10; column += 7) {
                bool inside = true;
                for (int d = -2; d <= 2; ++d) inside = inside && sample(field, column + d, row, 3) == 1.0F;
                if (!inside) continue;
                const double left = sample(field, column - 1, row, 0), right = sample(field, column + 1, row, 0);
                const double here = sample(field, column, row, 0);
                const double left2 = sample(field, column - 2, row, 0), right2 = sample(field, column + 2, row, 0);
                // Central differences of fourth order.
                const double slope = world_height * (8 * (right - left) - (right2 - left2)) / (12 * cell);
                const double bend = world_height * (right - 2 * here + left) / (cell * cell);
                // Where heights are clamped or bend within a cell, differences say nothing.
                const double second_order = world_height * (right - left) / (2 * cell);
                if (std::min(left, left2) <= 0 || std::max(right, right2) >= 1 ||
                    std::abs(bend) * cell > 0.05 * (1 + std::abs(slope)) ||
                    std::abs(slope - second_order) > 0.01 * (1 + std::abs(slope)))
                    continue;
                EXPECT_NEAR(sample(field, column, row, 1), slope, 0.02 * (1 + std::abs(slope))) << landscape.formula;
                ++compared;
            }
        }
        EXPECT_GT(compared, 100) << landscape.formula;
    }
}

TEST(HeightField, EdgesOfHolesLieWhereFEnds) {
    const HeightField field = field_of({"sqrt(1 - x^2 - y^2)", {-2, 2, -2, 2}});
    EXPECT_TRUE(field.holes);
    const double cell = 4.0 / (field.columns - 1);
    // Along the row nearest to y = 0 the edge is where the interpolated `inside` crosses one half.
    const int row = field.rows / 2;
    const double y = -2 + cell * row;
    for (int column = field.columns / 2; column + 1 < field.columns; ++column) {
        const double a = sample(field, column, row, 3), b = sample(field, column + 1, row, 3);
        if (!(a >= 0.5 && b < 0.5)) continue;
        const double edge = -2 + cell * (column + (a - 0.5) / (a - b));
        EXPECT_NEAR(edge, std::sqrt(1 - y * y), 0.01 * cell);
        return;
    }
    FAIL() << "no edge found";
}

TEST(HeightField, WithoutHolesEverythingIsInside) {
    const HeightField field = field_of({"x y", {-1, 1, -1, 1}});
    EXPECT_FALSE(field.holes);
    for (std::size_t i = 3; i < field.samples.size(); i += 4) EXPECT_EQ(field.samples[i], 1.0F);
}

TEST(HeightField, KnowsWhetherTheSurfaceBreaksOff) {
    const Box box{-2.5, 2.5, -2.5, 2.5};
    for (const char* whole : {"x^2 + y^2", "(1 - x)^2 + 100(y - x^2)^2", "abs(x) + y", "tanh(100x) + y", "exp(3x y)"})
        EXPECT_FALSE(field_of({whole, box}).breaks) << whole;
    for (const char* broken : {"floor(x) + y", "step(x - y)", "sign(x)*y^2 + x"})
        EXPECT_TRUE(field_of({broken, box}).breaks) << broken;
    EXPECT_TRUE(field_of({"tan(x y)", box, HeightScaleKind::clipped}).breaks);
}

TEST(HeightField, BetweenTwoOfThemIsAThird) {
    const HeightField a = field_of({"x", {-1, 1, -1, 1}}), b = field_of({"y", {-1, 1, -1, 1}});
    const HeightField half = between(a, b, 0.5F);
    EXPECT_EQ(between(a, b, 0.0F).samples, a.samples);
    EXPECT_EQ(between(a, b, 1.0F).samples, b.samples);
    EXPECT_NEAR(half.height_at(0.25, 0.75), 0.5, 1e-6);
    EXPECT_NEAR(half.height_at(0.75, 0.75), 0.75, 1e-6);
    const auto rise = half.rise_at(0.5, 0.5, world_of({-1, 1, -1, 1}));
    EXPECT_NEAR(rise[0], 0.5, 1e-5) << "half of what x climbs from one side to the other";
    EXPECT_NEAR(rise[1], 0.5, 1e-5);
}

}  // namespace
}  // namespace thalweg
