// The pointer over the curve of a formula of one variable.

#include <gtest/gtest.h>

#include <utility>

#include <cmath>

#include "app/studio/gesture_controller.h"
#include "app/view/curve_view.h"

namespace thalweg {
namespace {

class HandOnCurve : public testing::Test {
  protected:
    HandOnCurve() {
        session_.landscape.formula = "x^2 sin(x)";
        session_.landscape.domain = {-1, 8, -1, 1};
        session_.display.map = session_.landscape.domain;
        session_.starts = {{3.6, 0}};
        session_.optimizers = {{.optimizer = *parse_optimizer("sgd lr=0.01")}};
        layout_.areas.curve = {100, 50, 800, 500};
        layout_.curve = {.width = 800, .height = 500};
        update();
    }

    void update() { scene_.update(session_, 1, 1); }
    template <class Event>
    void does(const Event& event) {
        gestures_.handle(event, {layout_, scene_, session_, state_});
        update();
    }
    void moves(const PixelPoint& to, double right = 0, double down = 0) {
        does(PointerMoved{to.x + 100 + right, to.y + 50 + down});
    }
    void presses(double seconds = 1) { does(ButtonPressed{Button::left, false, time_ += seconds}); }
    void releases() { does(ButtonReleased{Button::left}); }
    PixelPoint on_curve(double x) { return CurveView::project(session_, scene_, layout_.curve, x); }
    PixelPoint end(double x) { return CurveView::end(session_, layout_.curve, x); }

    Session session_;
    Scene scene_;
    InterfaceState state_;
    StageLayout layout_;
    GestureController gestures_;
    double time_ = 0;
};

TEST_F(HandOnCurve, DragsAStartAlongXWhateverTheHeight) {
    moves(on_curve(3.6), 4, 2);
    presses();
    moves(on_curve(6), 4, -150);
    EXPECT_NEAR(session_.starts[0].x, 6, 1e-9);
    releases();
    EXPECT_EQ(session_.starts.size(), 1U);
    EXPECT_EQ(session_.display.map, session_.landscape.domain);
}

TEST_F(HandOnCurve, ADoubleClickAddsAStart) {
    moves(on_curve(1), 0, 120);
    presses();
    releases();
    presses(0.1);
    releases();
    ASSERT_EQ(session_.starts.size(), 2U);
    EXPECT_NEAR(session_.starts[1].x, 1, 1e-9);
    EXPECT_EQ(state_.selected_start, 1);
}

TEST_F(HandOnCurve, PansAndZoomsAlongXAlone) {
    const Box before = session_.display.map;
    moves(on_curve(1), 0, 120);
    presses();
    moves(on_curve(2), 0, 20);
    releases();
    EXPECT_NEAR(session_.display.map.x0, before.x0 - 1, 1e-9);
    EXPECT_NEAR(session_.display.map.width(), before.width(), 1e-9);
    const PixelPoint at = on_curve(4);
    moves(at);
    does(WheelTurned{2});
    EXPECT_LT(session_.display.map.width(), 0.9 * before.width());
    EXPECT_NEAR(on_curve(4).x, at.x, 1e-9) << "what is under the pointer stays there";
    EXPECT_EQ(session_.display.map.y0, before.y0);
    EXPECT_EQ(session_.display.map.y1, before.y1);
}

TEST_F(HandOnCurve, DragsAnEndOfTheDomainOutwardsWhileALensShowsIt) {
    moves(end(8));
    presses();
    moves(end(8), 40);
    releases();
    EXPECT_EQ(session_.landscape.domain.x1, 8) << "without the lens there is no handle";
    session_.display.map = session_.landscape.domain;

    session_.study.lens = LensKind::candidates;
    const PixelPoint goal = end(8.4);
    moves(end(8));
    EXPECT_EQ(gestures_.pointer(session_, state_).hovered_study, StudyGrip::right_end);
    presses();
    moves(goal);
    EXPECT_NEAR(session_.landscape.domain.x1, 8.4, 1e-9);
    EXPECT_EQ(session_.display.map.x1, 8) << "the picture keeps still under the hand";
    moves(end(-20));
    EXPECT_NEAR(session_.landscape.domain.x1, 8.4, 1e-9) << "the ends cannot pass each other";
    releases();
    EXPECT_EQ(session_.display.map, session_.landscape.domain);
}

TEST_F(HandOnCurve, DragsQTowardsP) {
    session_.study = {.lens = LensKind::secant, .pinned = true, .x = 3.6, .y = 0, .dx = 2, .dy = 0.5};
    session_.starts = {{0.5, 0}};
    update();
    moves(on_curve(5.6));
    EXPECT_EQ(gestures_.pointer(session_, state_).hovered_study, StudyGrip::tip);
    // A key may change the lens under a pointer at rest.
    const LensKind shown = std::exchange(session_.study.lens, LensKind::blindfold);
    EXPECT_EQ(gestures_.pointer(session_, state_).hovered_study, StudyGrip::none);
    session_.study.lens = shown;
    presses();
    moves(on_curve(3.7));
    releases();
    EXPECT_NEAR(session_.study.dx, 0.1, 1e-9);
}

}  // namespace
}  // namespace thalweg
