// What holds for every lens.

#include <gtest/gtest.h>

#include <functional>

#include "app/lenses/lens_shelf.h"
#include "app/panels/panel.h"
#include "tests/app/lenses/lens_stage.h"
#include "tests/app/panels/window.h"

namespace thalweg::testing {
namespace {

struct Case {
    const char* formula;
    double x, y, dx, dy;
};
/// Smooth, level, saddle, kink, undefined, endless, far outside the domain, no arm at all, one variable.
constexpr Case cases[] = {
    {"(x^2 + y - 11)^2 + (x + y^2 - 7)^2", -1, 2, 1, 0.5},
    {"x^2 + y^2", 0, 0, 1, 1},
    {"x^2 - y^2", 0, 0, 1, 1},
    {"abs(x) + y", 0, 0, 1, 0},
    {"ln(x) + y", -1, 0, 3, 0},
    {"sqrt(x) + y", 1, 0, -3, 0},
    {"1/(x^2 + y^2)", 0, 0, 1, 0},
    {"x^2 + 50y^2", 1e200, 1e200, 1, 0},
    {"x^4 y", 1, 1, 0, 0},
    {"3", 1, 1, 1, 0},
    {"x^2 sin(x)", 3.6, 0, 0.5, 0.2},
};

TEST(Lenses, EveryLensDrawsWhateverItLooksAt) {
    Window window;
    LensShelf shelf;
    window.draw_lens = [&](Panel& panel) { shelf.draw_panel(panel); };
    for (const LensRow& row : lens_rows()) {
        SCOPED_TRACE(row.name);
        for (const Case& c : cases) {
            SCOPED_TRACE(c.formula);
            window.session.landscape.formula = c.formula;
            window.session.study = {.lens = row.kind, .pinned = true, .x = c.x, .y = c.y, .dx = c.dx, .dy = c.dy};
            for (int frame = 0; frame < 3; ++frame) {
                window.scene.update(window.session, 400, 400);
                shelf.update(window.session, window.scene, window.state);
                window.frame();
            }
            for (const bool depth : {true, false}) {
                Ink ink;
                std::vector<Label> labels;
                shelf.draw(ink, labels, PlainPlacement(depth), {.scale = 1, .theme = theme_colors(Theme::dark)});
                for (const InkStroke& stroke : ink.strokes()) {
                    ASSERT_TRUE(std::isfinite(stroke.ax) && std::isfinite(stroke.ay) && std::isfinite(stroke.depth_a));
                    ASSERT_TRUE(std::isfinite(stroke.bx) && std::isfinite(stroke.by) && std::isfinite(stroke.depth_b));
                }
            }
        }
    }
}

}  // namespace
}  // namespace thalweg::testing
