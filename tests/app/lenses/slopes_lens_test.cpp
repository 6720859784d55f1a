#include <gtest/gtest.h>

#include "app/lenses/lens_ink.h"
#include "app/lenses/lens_panel.h"
#include "app/view/world.h"
#include "tests/app/lenses/lens_stage.h"

namespace thalweg::testing {
namespace {

TEST(SlopesLens, TheTangentTouchesTheSliceWithTheSlopeInItsDirection) {
    LensStage stage(make_slopes_lens(), "x^2 + 3y");
    stage.look_at(1, 0.5, 0.3, 0.4);
    const Ink ink = stage.ink(true);
    const HeightScale& scale = stage.scene.surface().scale;
    // ∇f = (2, 3), u = (0.6, 0.8): 3.6 along u, as far as the arm of length 0.5 both ways.
    const auto tangent = LensStage::strokes(ink, first_order_color);
    ASSERT_FALSE(tangent.empty());
    EXPECT_NEAR(tangent.front().ax, 0.7, 1e-6);
    EXPECT_NEAR(tangent.back().by, 0.9, 1e-6);
    EXPECT_NEAR(tangent.front().depth_a, model_z(scale, 2.5 - 0.5 * 3.6), 1e-6);
    EXPECT_NEAR(tangent.back().depth_b, model_z(scale, 2.5 + 0.5 * 3.6), 1e-6);
    // The slice itself lies on the surface, twice as far.
    const auto slice = LensStage::strokes(ink, mark_fill);
    ASSERT_FALSE(slice.empty());
    EXPECT_NEAR(slice.front().ax, 0.4, 1e-6);
    EXPECT_NEAR(slice.front().depth_a, surface_z(scale, 0.4 * 0.4 - 0.3 * 3), 1e-6);
}

TEST(SlopesLens, ArrowsShowTheDirectionAndTheGradient) {
    LensStage stage(make_slopes_lens(), "x^2 + 3y");
    stage.look_at(1, 0.5, 0.3, 0.4);
    const Ink ink = stage.ink(false);
    ASSERT_EQ(ink.arrows().size(), 2U);
    const InkArrow &gradient = ink.arrows()[0], &u = ink.arrows()[1];
    EXPECT_NEAR((gradient.tip_y - gradient.tail_y) / (gradient.tip_x - gradient.tail_x), 1.5, 1e-5);
    EXPECT_NEAR(u.tip_x, 1.3, 1e-6);
    EXPECT_NEAR(u.tip_y, 0.9, 1e-6);
}

TEST(SlopesLens, DrawsNoTangentAtAKinkAndNoArrowWithoutAnArm) {
    LensStage kink(make_slopes_lens(), "abs(x) + y");
    kink.look_at(0, 1);
    EXPECT_TRUE(kink.ink(true).batches().empty());
    LensStage still(make_slopes_lens(), "x^2 + y");
    still.look_at(0, 1, 0, 0);
    EXPECT_TRUE(still.ink(true).batches().empty());
}

}  // namespace
}  // namespace thalweg::testing
