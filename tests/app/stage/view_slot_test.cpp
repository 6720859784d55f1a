#include "app/stage/view_slot.h"

#include <gtest/gtest.h>

#include <functional>

namespace thalweg {
namespace {

Session bowl() {
    Session session;
    session.landscape.formula = "x^2 + y^2";
    session.display.map = session.landscape.domain;
    session.starts = {{3, 2}};
    session.optimizers = {{.optimizer = *parse_optimizer("sgd lr=0.1")}};
    return session;
}

/// An edit, and which views' pictures it leaves behind.
struct Edit {
    const char* name;
    std::function<void(Session&)> apply;
    bool surface, contour;
};

TEST(ViewSlot, ViewsDependOnWhatTheyShowAndOnNothingElse) {
    const std::vector<Edit> edits = {
        {"nothing", [](Session&) {}, false, false},
        {"camera", [](Session& s) { s.display.camera.azimuth += 0.1; }, true, false},
        {"map window", [](Session& s) { s.display.map.x0 -= 1; }, false, true},
        {"start", [](Session& s) { s.starts[0].x = 1; }, true, true},
        {"theme", [](Session& s) { s.display.theme = Theme::light; }, true, true},
        {"step", [](Session& s) { s.playback.step = 0.5; }, true, true},
        {"speed", [](Session& s) { s.playback.speed = 1; }, false, false},
        {"the charts' scale", [](Session& s) { s.display.chart_scale = ChartScale::linear; }, false, false},
        {"kept formulas", [](Session& s) { s.kept.push_back({"mine", s.landscape}); }, false, false},
        {"formula", [](Session& s) { s.landscape.formula = "x y"; }, true, true},
    };
    const ViewFrame frame{.width = 200, .height = 100};
    for (const Edit& edit : edits) {
        SCOPED_TRACE(edit.name);
        Scene scene;
        Session session = bowl();
        const auto settle = [&] {
            scene.update(session, frame.width, frame.height);
            scene.finish();
            scene.update(session, frame.width, frame.height);
        };
        settle();
        const ViewInputs surface = inputs_of(ViewKind::surface, session, scene, frame, {});
        const ViewInputs contour = inputs_of(ViewKind::contour, session, scene, frame, {});
        edit.apply(session);
        settle();
        EXPECT_EQ(inputs_of(ViewKind::surface, session, scene, frame, {}) != surface, edit.surface);
        EXPECT_EQ(inputs_of(ViewKind::contour, session, scene, frame, {}) != contour, edit.contour);
        ViewFrame moving = frame;
        moving.moving = true;
        EXPECT_NE(inputs_of(ViewKind::contour, session, scene, moving, {}), contour);
        EXPECT_NE(inputs_of(ViewKind::contour, session, scene, frame, {.hovered_start = 0}), contour);
    }
}

TEST(ViewSlot, BasinsThatGetFinerInTheBackgroundAreDrawnWithoutAnyEdit) {
    const ViewFrame frame{.width = 200, .height = 200};
    Scene scene;
    Session session = bowl();
    session.steps = 5;
    session.study.lens = LensKind::basins;
    const auto inputs = [&](ViewKind kind) { return inputs_of(kind, session, scene, frame, {}); };
    const auto settle = [&] {
        scene.update(session, frame.width, frame.height);
        scene.finish();
    };
    scene.update(session, frame.width, frame.height);
    const ViewInputs surface = inputs(ViewKind::surface), contour = inputs(ViewKind::contour);
    settle();
    EXPECT_NE(inputs(ViewKind::surface), surface);
    EXPECT_NE(inputs(ViewKind::contour), contour);

    session.display.map = {0, 1, 0, 1};
    scene.update(session, frame.width, frame.height);
    const ViewInputs whole = inputs(ViewKind::surface), coarse = inputs(ViewKind::contour);
    settle();
    EXPECT_EQ(inputs(ViewKind::surface), whole) << "which shows what it showed";
    EXPECT_NE(inputs(ViewKind::contour), coarse);

    session.landscape.formula = "x^2";
    scene.update(session, frame.width, frame.height);
    const ViewInputs curve = inputs(ViewKind::curve);
    settle();
    EXPECT_NE(inputs(ViewKind::curve), curve);
}

}  // namespace
}  // namespace thalweg
