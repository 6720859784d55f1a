#include <gtest/gtest.h>

#include "app/lenses/lens_ink.h"
#include "tests/app/lenses/lens_stage.h"

namespace thalweg::testing {
namespace {

TEST(CheckLens, DrawsTheSecantBetweenThePointsThatTheQuotientTakes) {
    LensStage stage(make_check_lens(), "x^3 + y");
    stage.look_at(1, 0);
    const Ink ink = stage.ink(true);
    ASSERT_EQ(ink.glyphs().size(), 2U);
    const InkGlyph &below = ink.glyphs()[0], &above = ink.glyphs()[1];
    const float h = above.x - 1;
    EXPECT_GT(h, 0.1F) << "a step that can be seen";
    EXPECT_NEAR(below.x, 1 - h, 1e-6F);
    EXPECT_EQ(below.y, 0);
    const HeightScale& scale = stage.scene.surface().scale;
    EXPECT_NEAR(above.depth, model_z(scale, std::pow(1.0 + h, 3)), 1e-6);
    EXPECT_NEAR(below.depth, model_z(scale, std::pow(1.0 - h, 3)), 1e-6);
    const auto secant = LensStage::strokes(ink, second_order_color);
    ASSERT_FALSE(secant.empty());
    EXPECT_NEAR(secant.front().depth_a, below.depth, 1e-6F);
    EXPECT_NEAR(secant.back().depth_b, above.depth, 1e-6F);
    // The exact slope, 3, through the point itself.
    const auto tangent = LensStage::strokes(ink, mark_fill);
    ASSERT_FALSE(tangent.empty());
    EXPECT_NEAR(tangent.front().depth_a, model_z(scale, 1 - 3.0 * h), 1e-6);
    EXPECT_TRUE(LensStage::strokes(stage.ink(false), mark_fill).empty()) << "from above it lies under the secant";
}

TEST(CheckLens, IsMadeAnewOnlyForOtherInputs) {
    LensStage stage(make_check_lens(), "x^2 + y^2");
    stage.look_at(1, 0);
    const auto revision = stage.lens->revision();
    stage.update();
    EXPECT_EQ(stage.lens->revision(), revision);
    stage.look_at(1, 0.5);
    EXPECT_GT(stage.lens->revision(), revision);
}

TEST(CheckLens, DrawsNothingWhereThereIsNoDerivative) {
    LensStage stage(make_check_lens(), "sqrt(x) + y");
    stage.look_at(-1, 0);
    EXPECT_TRUE(stage.ink(true).batches().empty());
    EXPECT_TRUE(stage.ink(false).batches().empty());
}

}  // namespace
}  // namespace thalweg::testing
