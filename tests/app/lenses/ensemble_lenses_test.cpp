// The lenses of many starts and many rates.

#include <gtest/gtest.h>

#include "app/scene/ensemble.h"
#include "tests/app/lenses/lens_stage.h"

namespace thalweg {
namespace {

using testing::LensStage;

/// A lens of this kind on a bowl, its work done.
struct Stage : LensStage {
    Stage(LensKind kind, std::unique_ptr<Lens> made) : LensStage(std::move(made), "x^2 + y^2") {
        session.starts = {{1.5, 1}};
        add_optimizer(session, parse_optimizer("sgd lr=0.1").value());
        add_optimizer(session, parse_optimizer("newton").value());
        session.steps = 30;
        session.study.lens = kind;
        finish();
    }
    void finish() {
        scene.update(session, 100, 100);
        scene.finish();
        update();
    }
};

TEST(CloudLens, DrawsAParticleForEachRunThatIsThere) {
    Stage stage(LensKind::cloud, make_cloud_lens());
    stage.session.ensemble.cloud.count = 40;
    stage.finish();
    EXPECT_EQ(stage.ink(true).glyphs().size(), 40U);
    // All are in the minimum in the end.
    stage.session.playback.step = 30;
    stage.update();
    const Ink map = stage.ink(false);
    EXPECT_EQ(map.glyphs().size(), 40U);
    for (const InkGlyph& glyph : map.glyphs()) EXPECT_LT(std::hypot(glyph.x, glyph.y), 0.01);
    stage.session.optimizers[0].optimizer = parse_optimizer("sgd lr=1e200").value();
    stage.finish();
    EXPECT_EQ(stage.ink(true).glyphs().size(), 0U);
}

TEST(SweepLens, DrawsAPathForEachRateAndPlaybackMovesThem) {
    Stage stage(LensKind::sweep, make_sweep_lens());
    stage.session.ensemble.sweep.rates = 7;
    stage.finish();
    EXPECT_EQ(stage.ink(true).glyphs().size(), 7U);
    const auto revision = stage.lens->revision();
    stage.session.playback.step = 3;
    stage.update();
    EXPECT_GT(stage.lens->revision(), revision);
    EXPECT_FALSE(stage.ink(true).strokes().empty());
}

TEST(RatesLens, NamesItsThreePaths) {
    Stage stage(LensKind::rates, make_rates_lens());
    stage.ink(true);
    ASSERT_EQ(stage.labels.size(), 3U);
    EXPECT_EQ(stage.labels[1].text, "Right");
}

TEST(BasinsLens, HasOneCursorInBothViewsWhereTwoAreCompared) {
    Stage stage(LensKind::basins, make_basins_lens());
    stage.state.pointer_over = true;
    stage.state.pointer_x = 0.5;
    stage.update();
    EXPECT_TRUE(stage.ink(false).glyphs().empty());
    stage.session.ensemble.other = 1;
    stage.finish();
    for (const bool depth : {false, true}) {
        const Ink ink = stage.ink(depth);
        ASSERT_EQ(ink.glyphs().size(), 2U);
        EXPECT_FLOAT_EQ(ink.glyphs()[0].x, 0.5F);
    }
    EXPECT_NE(stage.labels.back().text.find("Gradient descent"), std::string::npos) << "on the surface";
    stage.ink(false);
    EXPECT_NE(stage.labels.back().text.find("Newton"), std::string::npos);
    EXPECT_EQ(stage.labels.front().text, "1") << "the minimum, as in the table";
}

}  // namespace
}  // namespace thalweg
