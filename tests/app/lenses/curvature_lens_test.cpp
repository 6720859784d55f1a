#include <gtest/gtest.h>

#include <cmath>

#include "app/lenses/drawn_heights.h"
#include "app/lenses/lens_ink.h"
#include "app/lenses/model_patch.h"
#include "core/landscape/formula_landscape.h"
#include "tests/app/lenses/lens_stage.h"

namespace thalweg::testing {
namespace {

constexpr Box domain{.x0 = -2, .x1 = 2, .y0 = -2, .y1 = 2};
constexpr HeightScale linear{.kind = HeightScaleKind::linear, .low = 0, .high = 1, .knee = 1};

ModelPatch patch_of(const std::string& formula, const std::array<double, 2>& p, ModelOrder order) {
    const auto f = FormulaLandscape(*Formula::parse(formula), {}).evaluator();
    return model_patch(*f, taylor_model(*f, p), p, domain, order, linear);
}

TEST(ModelPatch, APlaneIsFlatAndAQuadraticIsItself) {
    for (const auto& line : patch_of("x^2 - y^2 + x", {0.5, 1}, ModelOrder::plane).grid) {
        for (const Spot& spot : line)
            EXPECT_NEAR(spot.z, model_z(linear, -0.25 + 2 * (spot.x - 0.5) - 2 * (spot.y - 1)), 1e-12);
    }
    const ModelPatch quadratic = patch_of("x^2 - y^2 + x", {0.5, 1}, ModelOrder::quadratic);
    for (const auto& line : quadratic.grid) {
        for (const Spot& spot : line)
            EXPECT_NEAR(spot.z, model_z(linear, spot.x * spot.x - spot.y * spot.y + spot.x), 1e-12);
    }
    for (const Spot& spot : quadratic.rim) {
        // Round, but for where the model leaves the heights that are drawn.
        const double radius = std::hypot(spot.x - 0.5, spot.y - 1);
        EXPECT_LE(radius, quadratic.radius_x + 1e-12);
        EXPECT_TRUE(is_drawn_height(spot.z));
        if (radius < quadratic.radius_x - 1e-9) {
            const double x = 0.5 + (spot.x - 0.5) * 1.001, y = 1 + (spot.y - 1) * 1.001;
            EXPECT_FALSE(is_drawn_height(model_z(linear, x * x - y * y + x)));
        }
    }
}

TEST(ModelPatch, TheSheetLiesOnTheModelFromThePointToTheRim) {
    const ModelPatch patch = patch_of("x^2/9 + y^2/9", {0.5, 1}, ModelOrder::quadratic);
    constexpr std::size_t columns = ModelPatch::spokes + 1;
    ASSERT_EQ(patch.sheet.size() % columns, 0U);
    for (const Spot& spot : patch.sheet)
        EXPECT_NEAR(spot.z, model_z(linear, (spot.x * spot.x + spot.y * spot.y) / 9), 1e-12);
    EXPECT_EQ(patch.sheet.front().x, 0.5);
    EXPECT_NEAR(std::hypot(patch.sheet.back().x - 0.5, patch.sheet.back().y - 1), patch.radius_x, 1e-12);
    EXPECT_EQ(patch.sheet[columns - 1].x, patch.sheet[0].x);
    EXPECT_EQ(patch.rim.size(), columns);
}

/// The values that f = x³ + y² has on the lines, and whether all of them lie within the disc.
void expect_levels(const std::vector<std::vector<Spot>>& lines, const std::function<double(double, double)>& g,
                   double spacing, double value, double radius) {
    ASSERT_FALSE(lines.empty());
    for (const auto& line : lines) {
        for (const Spot& spot : line) {
            const double steps = (g(spot.x, spot.y) - value) / spacing;
            EXPECT_NEAR(steps, std::round(steps), 1e-6) << "one of the evenly spaced values";
            EXPECT_LE(std::hypot(spot.x - 1, spot.y - 0.5), radius * (1 + 1e-9));
        }
    }
}

TEST(ModelPatch, LevelLinesOfModelAndTruthHaveTheSameValues) {
    const ModelPatch patch = patch_of("x^3 + y^2", {1, 0.5}, ModelOrder::plane);
    const auto plane = [](double x, double y) { return 1.25 + 3 * (x - 1) + (y - 0.5); };
    const auto truth = [](double x, double y) { return x * x * x + y * y; };
    // The plane's range over the disc's samples is at most that over the disc, 2 r ‖∇f‖, and nearly as much.
    double spacing = 0;
    for (const auto& line : patch.levels) {
        const double far = std::abs(plane(line[0].x, line[0].y) - 1.25);
        if (far > 1e-9 && (spacing == 0 || far < spacing)) spacing = far;
    }
    EXPECT_NEAR(spacing, 2 * patch.radius_x * std::sqrt(10.0) / 7, 0.01 * spacing);
    expect_levels(patch.levels, plane, spacing, 1.25, patch.radius_x);
    expect_levels(patch.levels_of_f, truth, spacing, 1.25, patch.radius_x);
}

TEST(CurvatureLens, SectionsAreColouredByTheirBend) {
    LensStage stage(make_curvature_lens(), "x^2 - y^2");
    stage.look_at(0.5, 0.5);
    const ThemeColors& theme = theme_colors(Theme::dark);
    for (const bool depth : {true, false}) {
        const Ink ink = stage.ink(depth);
        const auto up = LensStage::strokes(ink, theme.curvature_up);
        const auto down = LensStage::strokes(ink, theme.curvature_down);
        ASSERT_FALSE(up.empty());
        ASSERT_FALSE(down.empty());
        for (const InkStroke& stroke : up) EXPECT_EQ(stroke.ay, 0.5F) << "a bowl along x";
        for (const InkStroke& stroke : down) EXPECT_EQ(stroke.ax, 0.5F) << "a dome along y";
        ASSERT_EQ(stage.labels.size(), 2U);
        EXPECT_EQ(stage.labels[0].text, "e₁") << "of the lesser eigenvalue";
        EXPECT_NEAR(stage.labels[0].x, 0.5, 0.2);
    }
}

TEST(CurvatureLens, DrawsNothingAtAKink) {
    LensStage stage(make_curvature_lens(), "abs(x) + y^2");
    stage.look_at(0, 0);
    EXPECT_TRUE(stage.ink(true).batches().empty());
    stage.look_at(1, 0);
    EXPECT_FALSE(stage.ink(true).batches().empty());
}

}  // namespace
}  // namespace thalweg::testing
