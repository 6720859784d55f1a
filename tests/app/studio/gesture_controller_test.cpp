#include "app/studio/gesture_controller.h"

#include <gtest/gtest.h>

#include <cmath>

#include "app/studio/hint.h"
#include "app/view/contour_view.h"
#include "app/view/surface_view.h"

namespace thalweg {
namespace {

/// A window of two views with a bowl in it, as the user would see it, and a hand.
class Hand : public testing::Test {
  protected:
    Hand() {
        session_.landscape.formula = "x^2 + y^2";
        session_.landscape.domain = {-5, 5, -5, 5};
        session_.display.map = session_.landscape.domain;
        session_.starts = {{3, 2}};
        session_.optimizers = {{.optimizer = *parse_optimizer("sgd lr=0.1")}};
        layout_.areas.surface = {100, 50, 600, 500};
        layout_.areas.contour = {710, 50, 400, 500};
        layout_.surface = {.width = 600, .height = 500};
        layout_.contour = {.width = 400, .height = 500};
        update();
    }

    void update() { scene_.update(session_, layout_.contour.width, layout_.contour.height); }
    GestureController::Place place() { return {layout_, scene_, session_, state_, blocked_}; }

    template <class Event>
    void does(const Event& event) {
        gestures_.handle(event, place());
        update();
    }
    void moves(double x, double y) { does(PointerMoved{x, y}); }
    void presses(Button button = Button::left, bool shift = false) { does(ButtonPressed{button, shift, time_ += 1}); }
    void releases(Button button = Button::left) { does(ButtonReleased{button}); }

    /// The window's pixel of a plane's point, in either view.
    PixelPoint in_surface(double x, double y) {
        const auto pixel = SurfaceView::project(session_, scene_, layout_.surface, x, y).value();
        return {pixel.x + static_cast<double>(layout_.areas.surface.x),
                pixel.y + static_cast<double>(layout_.areas.surface.y)};
    }
    PixelPoint in_contour(double x, double y) {
        const auto pixel = ContourView::project(session_, layout_.contour, x, y);
        return {pixel.x + static_cast<double>(layout_.areas.contour.x),
                pixel.y + static_cast<double>(layout_.areas.contour.y)};
    }

    Session session_;
    Scene scene_;
    InterfaceState state_;
    StageLayout layout_;
    GestureController gestures_;
    bool blocked_ = false;
    double time_ = 0;
};

TEST_F(Hand, DragsAStartOnTheMapAndKeepsTheGrabbedPointUnderThePointer) {
    const PixelPoint at = in_contour(3, 2);
    moves(at.x + 5, at.y - 3);  // beside the middle: the offset must stay
    presses();
    EXPECT_TRUE(gestures_.holding());
    EXPECT_EQ(session_.starts[0], (Start{3, 2})) << "a press alone moves nothing";
    const PixelPoint goal = in_contour(-1.5, 0.25);
    moves(goal.x + 5, goal.y - 3);
    EXPECT_NEAR(session_.starts[0].x, -1.5, 1e-9);
    EXPECT_NEAR(session_.starts[0].y, 0.25, 1e-9);
    releases();
    EXPECT_FALSE(gestures_.holding());
    moves(at.x, at.y);
    EXPECT_NEAR(session_.starts[0].x, -1.5, 1e-9) << "after the release the point stays";
}

TEST_F(Hand, DragsAStartOnTheSurfaceToWhereTheRayMeetsIt) {
    const PixelPoint at = in_surface(3, 2);
    moves(at.x - 4, at.y + 2);
    presses();
    for (const Start goal : {Start{2.5, 1}, Start{1, -1}, Start{-2, -2}}) {
        const PixelPoint pixel = in_surface(goal.x, goal.y);
        moves(pixel.x - 4, pixel.y + 2);
        const PixelPoint shown = in_surface(session_.starts[0].x, session_.starts[0].y);
        EXPECT_NEAR(shown.x, pixel.x, 0.05);
        EXPECT_NEAR(shown.y, pixel.y, 0.05);
    }
}

TEST_F(Hand, APathFollowsInTheSameFrame) {
    const auto first_row = [&] { return scene_.paths().paths.at(0).trajectory.position(0)[0]; };
    ASSERT_DOUBLE_EQ(first_row(), 3);
    const PixelPoint at = in_contour(3, 2), goal = in_contour(-4, -4);
    moves(at.x, at.y);
    presses();
    moves(goal.x, goal.y);
    EXPECT_NEAR(first_row(), -4, 1e-9);
}

TEST_F(Hand, LosesTheSurfaceAndTheStartWaits) {
    const PixelPoint at = in_surface(3, 2);
    moves(at.x, at.y);
    presses();
    moves(102, 52);  // a corner, beside the surface
    EXPECT_TRUE(std::isfinite(session_.starts[0].x) && std::isfinite(session_.starts[0].y));
    EXPECT_TRUE(gestures_.holding());
}

TEST_F(Hand, ADragGoesOnOutsideItsView) {
    const PixelPoint at = in_contour(3, 2);
    moves(at.x, at.y);
    presses();
    moves(400, 300);  // over the surface: still the map's gesture
    EXPECT_LT(session_.starts[0].x, -5);
}

TEST_F(Hand, DoubleClickAddsAStartAndHoldsIt) {
    const PixelPoint at = in_contour(-2, -3);
    moves(at.x, at.y);
    does(ButtonPressed{Button::left, false, 10.0});
    releases();
    ASSERT_EQ(session_.starts.size(), 1U);
    does(ButtonPressed{Button::left, false, 10.2});
    ASSERT_EQ(session_.starts.size(), 2U);
    EXPECT_NEAR(session_.starts[1].x, -2, 1e-9);
    EXPECT_NEAR(session_.starts[1].y, -3, 1e-9);
    EXPECT_EQ(state_.selected_start, 1);
    releases();
    EXPECT_EQ(session_.starts.size(), 2U);
}

TEST_F(Hand, TwoSlowOrDistantClicksAreNoDoubleClick) {
    const PixelPoint at = in_contour(-2, -3);
    moves(at.x, at.y);
    does(ButtonPressed{Button::left, false, 10.0});
    releases();
    does(ButtonPressed{Button::left, false, 11.0});
    releases();
    moves(at.x + 40, at.y);
    does(ButtonPressed{Button::left, false, 11.2});
    releases();
    EXPECT_EQ(session_.starts.size(), 1U);
}

TEST_F(Hand, RightClickRemovesAStartButNeverTheLast) {
    session_.starts.push_back({-2, -3});
    update();
    const PixelPoint at = in_contour(3, 2);
    moves(at.x, at.y);
    presses(Button::right);
    releases(Button::right);
    ASSERT_EQ(session_.starts.size(), 1U);
    EXPECT_EQ(session_.starts[0], (Start{-2, -3}));
    const PixelPoint last = in_contour(-2, -3);
    moves(last.x, last.y);
    presses(Button::right);
    releases(Button::right);
    EXPECT_EQ(session_.starts.size(), 1U);
}

TEST_F(Hand, RightDragPansAndRemovesNothing) {
    session_.starts.push_back({-2, -3});
    update();
    const Box before = session_.display.map;
    const PixelPoint at = in_contour(3, 2);
    moves(at.x, at.y);
    presses(Button::right);
    moves(at.x + 60, at.y + 10);
    releases(Button::right);
    EXPECT_EQ(session_.starts.size(), 2U);
    EXPECT_LT(session_.display.map.x0, before.x0) << "the plane follows the hand";
    EXPECT_GT(session_.display.map.y0, before.y0);
}

/// Which gesture edits what, and nothing else.
struct Row {
    const char* name;
    bool on_surface;
    Button button;
    bool shift;
    bool turns, shifts_target, shifts_map;
};

class Gesture : public Hand, public testing::WithParamInterface<Row> {};

TEST_P(Gesture, EditsOnlyWhatItIsFor) {
    const Row& row = GetParam();
    // Far from the start point.
    const PixelPoint at = row.on_surface ? in_surface(-2, 0) : in_contour(-2, -3);
    const Display before = session_.display;
    moves(at.x, at.y);
    presses(row.button, row.shift);
    moves(at.x + 30, at.y + 20);
    releases(row.button);
    const CameraPose& camera = session_.display.camera;
    EXPECT_EQ(camera.azimuth != before.camera.azimuth, row.turns);
    EXPECT_EQ(camera.target != before.camera.target, row.shifts_target);
    EXPECT_EQ(session_.display.map != before.map, row.shifts_map);
    EXPECT_EQ(session_.starts, std::vector<Start>({{3, 2}}));
}

INSTANTIATE_TEST_SUITE_P(Table, Gesture,
                         testing::Values(Row{"surface_left", true, Button::left, false, true, false, false},
                                         Row{"surface_right", true, Button::right, false, false, true, false},
                                         Row{"surface_middle", true, Button::middle, false, false, true, false},
                                         Row{"surface_shift", true, Button::left, true, false, true, false},
                                         Row{"map_left", false, Button::left, false, false, false, true},
                                         Row{"map_right", false, Button::right, false, false, false, true},
                                         Row{"map_middle", false, Button::middle, false, false, false, true}),
                         [](const auto& row) { return row.param.name; });

TEST_F(Hand, TheWheelZoomsToThePointer) {
    const PixelPoint at = in_contour(1, -2);
    moves(at.x, at.y);
    const Box before = session_.display.map;
    does(WheelTurned{3});
    EXPECT_LT(session_.display.map.width(), before.width());
    const PixelPoint after = in_contour(1, -2);
    EXPECT_NEAR(after.x, at.x, 1e-6);
    EXPECT_NEAR(after.y, at.y, 1e-6);

    moves(400, 300);
    const double distance = session_.display.camera.distance;
    does(WheelTurned{-2});
    EXPECT_GT(session_.display.camera.distance, distance);
}

TEST_F(Hand, WhatLiesUnderAPanelIsNotTouched) {
    blocked_ = true;
    const Session before = session_;
    const PixelPoint at = in_contour(3, 2);
    moves(at.x, at.y);
    presses();
    moves(at.x - 50, at.y);
    does(WheelTurned{1});
    releases();
    EXPECT_EQ(session_, before);
    EXPECT_FALSE(state_.pointer_over);
    EXPECT_EQ(gestures_.pointer(session_, state_).hovered_start, -1);
}

TEST_F(Hand, HoveringTellsThePointUnderThePointer) {
    const PixelPoint at = in_contour(1.25, -0.5);
    moves(at.x, at.y);
    ASSERT_TRUE(state_.pointer_over);
    EXPECT_NEAR(state_.pointer_x, 1.25, 1e-9);
    EXPECT_NEAR(state_.pointer_y, -0.5, 1e-9);
    const PixelPoint start = in_surface(3, 2);
    moves(start.x, start.y);
    EXPECT_EQ(gestures_.pointer(session_, state_).hovered_start, 0);
    does(PointerLeft{});
    EXPECT_FALSE(gestures_.pointer(session_, state_).over);
    EXPECT_EQ(gestures_.pointer(session_, state_).hovered_start, -1);
}

TEST_F(Hand, UnderAPointerThatRestsThingsComeAndGo) {
    const PixelPoint at = in_contour(-1, 1);
    moves(at.x, at.y);
    session_.starts[0] = {-1, 1};  // as undo does
    update();
    gestures_.look_again(place());
    EXPECT_EQ(gestures_.pointer(session_, state_).hovered_start, 0);
    EXPECT_EQ(gestures_.ground(state_).kind, Ground::Kind::none);
    session_.starts[0] = {3, 2};
    update();
    gestures_.look_again(place());
    EXPECT_EQ(gestures_.pointer(session_, state_).hovered_start, -1);
    EXPECT_EQ(gestures_.ground(state_).kind, Ground::Kind::map);
}

TEST_F(Hand, ShiftKeepsToRoundCoordinatesInBothViews) {
    const auto is_round = [](double value) { return std::abs(value * 4 - std::round(value * 4)) < 1e-9; };
    for (const bool on_map : {true, false}) {
        session_.starts = {{3, 2}};
        update();
        const auto place_of = [&](double x, double y) { return on_map ? in_contour(x, y) : in_surface(x, y); };
        const PixelPoint at = place_of(3, 2), goal = place_of(-1.52, 0.271);
        moves(at.x, at.y);
        does(ButtonPressed{Button::left, true, time_ += 1});
        does(PointerMoved{goal.x, goal.y, true});
        EXPECT_TRUE(is_round(session_.starts[0].x) && is_round(session_.starts[0].y))
            << session_.starts[0].x << ", " << session_.starts[0].y;
        EXPECT_NEAR(session_.starts[0].x, -1.52, 0.3);
        EXPECT_NEAR(session_.starts[0].y, 0.271, 0.3);
        does(PointerMoved{goal.x, goal.y, false});
        EXPECT_NEAR(session_.starts[0].x, -1.52, 0.01) << "without Shift the grabbed point is under the pointer";
        releases();
    }
}

TEST_F(Hand, RoundStepsSuitTheZoom) {
    session_.display.map = {-0.05, 0.05, -0.05, 0.05};
    session_.starts = {{0.01, 0.02}};
    update();
    const PixelPoint at = in_contour(0.01, 0.02), goal = in_contour(-0.0213, 0.0317);
    moves(at.x, at.y);
    presses(Button::left, true);
    does(PointerMoved{goal.x, goal.y, true});
    EXPECT_NEAR(session_.starts[0].x, -0.0213, 0.003);
    EXPECT_NEAR(session_.starts[0].x * 1000, std::round(session_.starts[0].x * 1000), 1e-9);
    EXPECT_NE(session_.starts[0].x, -0.0213);
}

TEST_F(Hand, ControlMakesTheLeftButtonTheRightOne) {
    session_.starts = {{3, 2}, {-2, -1}};
    update();
    const PixelPoint at = in_contour(-2, -1);
    moves(at.x, at.y);
    does(ButtonPressed{Button::left, false, time_ += 1, true});
    releases();
    ASSERT_EQ(session_.starts.size(), 1U);
    EXPECT_EQ(session_.starts[0], (Start{3, 2}));

    const CameraPose before = session_.display.camera;
    moves(150, 480);
    does(ButtonPressed{Button::left, false, time_ += 1, true});
    moves(200, 500);
    releases();
    EXPECT_EQ(session_.display.camera.azimuth, before.azimuth) << "it moves the surface and does not turn it";
    EXPECT_NE(session_.display.camera.target, before.target);
}

TEST_F(Hand, AClickBesideEverythingIsLeftForTheLens) {
    const PixelPoint at = in_contour(-2, -3);
    moves(at.x, at.y);
    presses();
    EXPECT_EQ(state_.click.count, 0);
    releases();
    EXPECT_EQ(state_.click.count, 1);
    EXPECT_NEAR(state_.click.x, -2, 1e-9);
    EXPECT_NEAR(state_.click.y, -3, 1e-9);
    moves(at.x, at.y);
    presses();
    moves(at.x + 60, at.y);
    releases();
    EXPECT_EQ(state_.click.count, 1) << "a drag is no click";
}

TEST_F(Hand, NothingCanBeTakenHoldOfBlindfolded) {
    state_.blindfolded = true;
    const PixelPoint at = in_contour(3, 2);
    moves(at.x, at.y);
    EXPECT_EQ(gestures_.pointer(session_, state_).hovered_start, -1);
    EXPECT_FALSE(state_.pointer_over);
    presses();
    releases();
    presses();
    time_ -= 1;
    EXPECT_EQ(session_.starts.size(), 1U);
    EXPECT_EQ(state_.click.count, 1);
}

TEST_F(Hand, TheHintSaysWhatCanBeDone) {
    const PixelPoint at = in_contour(3, 2);
    moves(in_contour(-2, -3).x, in_contour(-2, -3).y);
    EXPECT_EQ(hint(gestures_.pointer(session_, state_), session_), "");
    moves(at.x, at.y);
    EXPECT_NE(hint(gestures_.pointer(session_, state_), session_).find("double-click"), std::string::npos);
    session_.starts.push_back({0, 0});
    EXPECT_NE(hint(gestures_.pointer(session_, state_), session_).find("right-click removes"), std::string::npos);
}

TEST_F(Hand, KnowsTheGroundUnderItAndWhatItHasDoneThere) {
    const auto ground = [&] { return gestures_.ground(state_); };
    EXPECT_EQ(ground().kind, Ground::Kind::none);
    const PixelPoint at = in_contour(-2, -2), start = in_contour(3, 2);
    moves(at.x, at.y);
    EXPECT_EQ(ground().kind, Ground::Kind::map);
    EXPECT_TRUE(ground().landscape);
    EXPECT_FALSE(ground().practice.zoomed);
    moves(start.x, start.y);
    EXPECT_EQ(ground().kind, Ground::Kind::none) << "a start is no ground";

    moves(at.x, at.y);
    does(WheelTurned{1});
    EXPECT_TRUE(ground().practice.zoomed);
    EXPECT_FALSE(ground().practice.dragged);
    presses();
    moves(at.x + 30, at.y);
    releases();
    EXPECT_TRUE(ground().practice.dragged);
    const PixelPoint corner = in_surface(-2, -2);
    moves(corner.x, corner.y);
    EXPECT_EQ(ground().kind, Ground::Kind::surface);
    EXPECT_FALSE(ground().practice.zoomed) << "that was in the other view";
    blocked_ = true;
    moves(corner.x + 1, corner.y);
    EXPECT_EQ(ground().kind, Ground::Kind::none) << "a panel is between";
}

}  // namespace
}  // namespace thalweg
