#include <gtest/gtest.h>

#include "app/lenses/lens_ink.h"
#include "app/view/world.h"
#include "tests/app/lenses/lens_stage.h"

namespace thalweg::testing {
namespace {

TEST(PredictionLens, MarksWherePlaneParabolaAndTruthEnd) {
    LensStage stage(make_prediction_lens(), "x^3 + y");
    stage.look_at(1, 0, -0.5, 0.5);
    const Ink ink = stage.ink(true);
    const HeightScale& scale = stage.scene.surface().scale;
    // f = 1; ∇f·Δ = -1.5 + 0.5, ½ΔᵀHΔ = ½ 6 · 0.25, truly 0.125 + 0.5 - 1.
    ASSERT_EQ(ink.glyphs().size(), 3U);
    for (const InkGlyph& glyph : ink.glyphs()) {
        EXPECT_EQ(glyph.x, 0.5F);
        EXPECT_EQ(glyph.y, 0.5F);
    }
    EXPECT_NEAR(ink.glyphs()[0].depth, surface_z(scale, 0.625), 1e-6);
    EXPECT_NEAR(ink.glyphs()[1].depth, model_z(scale, 0.0), 1e-6);
    EXPECT_NEAR(ink.glyphs()[2].depth, model_z(scale, 0.75), 1e-6);
}

TEST(PredictionLens, TheMapShowsTheDisplacementAlone) {
    LensStage stage(make_prediction_lens(), "x^2 + y^2");
    stage.look_at(1.5, 1, -0.3, -0.2);
    const Ink ink = stage.ink(false);
    EXPECT_TRUE(ink.glyphs().empty());
    ASSERT_EQ(ink.arrows().size(), 1U);
    EXPECT_NEAR(ink.arrows()[0].tail_x, 1.5, 1e-6);
    EXPECT_NEAR(ink.arrows()[0].tip_x, 1.2, 1e-6);
    EXPECT_NEAR(ink.arrows()[0].tip_y, 0.8, 1e-6);
}

TEST(PredictionLens, WhereTheWayLeavesTheFunctionTheModelsStay) {
    LensStage stage(make_prediction_lens(), "sqrt(x) + y");
    stage.look_at(1, 0, -1.5, 0);
    EXPECT_EQ(stage.ink(true).glyphs().size(), 2U) << "plane and parabola";
    stage.look_at(-1, 0, 1, 0);
    EXPECT_TRUE(stage.ink(true).batches().empty()) << "nothing where f is not defined";
}

}  // namespace
}  // namespace thalweg::testing
