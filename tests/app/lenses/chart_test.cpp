// Charts of lenses that can be taken hold of.

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "app/lenses/lens_ink.h"
#include "app/lenses/lens_shelf.h"
#include "app/panels/panel.h"
#include "tests/app/lenses/lens_stage.h"
#include "tests/app/panels/window.h"

namespace thalweg::testing {
namespace {

/// The whole window with one lens open, its side panel at the right.
struct OpenLens {
    explicit OpenLens(LensKind kind) {
        window.draw_lens = [this](Panel& panel) {
            shelf.update(window.session, window.scene, window.state);
            shelf.draw_panel(panel);
        };
        window.session.study = {.lens = kind, .pinned = true, .x = 0.5, .y = 1, .dx = 1, .dy = 0};
        window.frame();
    }

    /// Holds the pointer at this x, further and further down below the panel's switches, until `changed`; false: it
    /// never did.
    template <class Changed>
    bool hold_until(float x, const Changed& changed) {
        for (float y = 145; y < 400; y += 8) {
            window.move(x, y);
            window.move(x, y);
            window.press();
            window.frame();
            if (changed()) return true;
            window.release();
        }
        return false;
    }
    std::vector<InkGlyph> glyphs() {
        shelf.update(window.session, window.scene, window.state);
        Ink ink;
        std::vector<Label> labels;
        shelf.draw(ink, labels, PlainPlacement(true), {.scale = 0.001F, .theme = theme_colors(Theme::dark)});
        return {ink.glyphs().begin(), ink.glyphs().end()};
    }

    Window window;
    LensShelf shelf;
};

TEST(LensCharts, TheCurveOfSlopesTurnsTheDirection) {
    OpenLens lens(LensKind::slopes);
    const Study& study = lens.window.session.study;
    ASSERT_TRUE(lens.hold_until(1122, [&] { return study.dx != 1; }));
    EXPECT_TRUE(lens.window.requests.gesture) << "one undo entry as long as it is held";
    const double angle = std::atan2(study.dy, study.dx) * 180 / std::numbers::pi;
    EXPECT_NEAR(std::abs(angle), 180, 15) << "the chart's middle";
    EXPECT_NEAR(std::hypot(study.dx, study.dy), 1, 1e-12) << "the arm keeps its length";
    lens.window.move(1060, 180);
    EXPECT_NEAR(std::atan2(study.dy, study.dx) * 180 / std::numbers::pi, 93, 15) << "and goes on while it is held";
}

TEST(LensCharts, TheCurveOfErrorsChoosesTheStep) {
    OpenLens lens(LensKind::check);
    // The points x ± h; grips are drawn behind them.
    const auto step = [&] { return lens.glyphs().at(1).x - 0.5F; };
    const float before = step();
    ASSERT_GT(before, 0.1F);
    ASSERT_TRUE(lens.hold_until(1236, [&] { return std::abs(step() - before) > 1e-4F; }));
    EXPECT_LT(step(), before);
}

}  // namespace
}  // namespace thalweg::testing
