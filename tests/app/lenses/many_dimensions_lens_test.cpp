// The lenses of many dimensions, with all their samples there.
#include <gtest/gtest.h>

#include "app/lenses/lens_shelf.h"
#include "app/panels/panel.h"
#include "tests/app/lenses/lens_stage.h"
#include "tests/app/panels/window.h"

namespace thalweg::testing {
namespace {

TEST(ManyDimensionsLenses, DrawWhateverIsChosen) {
    Window window;
    LensShelf shelf;
    window.draw_lens = [&](Panel& panel) { shelf.draw_panel(panel); };
    const auto show = [&] {
        for (int frame = 0; frame < 3; ++frame) {
            window.scene.update(window.session, 400, 400);
            window.scene.finish();
            shelf.update(window.session, window.scene, window.state);
            window.frame();
        }
    };
    window.session.study.lens = LensKind::dimensions;
    for (const int n : {1, 7, 200}) {
        window.session.dimensions.dimensions = n;
        show();
        EXPECT_EQ(window.session.dimensions.dimensions, n) << "drawing edits nothing";
    }
    window.session.study.lens = LensKind::training;
    for (const int hidden : {1, 2}) {
        window.session.dimensions.hidden = hidden;
        for (const int step : {0, 2000}) {
            window.session.dimensions.training_step = step;
            show();
            EXPECT_EQ(window.session.dimensions.training_step, step);
        }
    }
}

}  // namespace
}  // namespace thalweg::testing
