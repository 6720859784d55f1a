#include "app/studio/gesture_controller.h"

#include <algorithm>
#include <cmath>

#include "app/panels/study.h"
#include "app/studio/curve_ends.h"
#include "app/studio/snap.h"
#include "app/view/contour_view.h"
#include "app/view/curve_view.h"
#include "app/view/gestures.h"
#include "app/view/surface_view.h"

namespace thalweg {
namespace {

// Design pixels: what still counts as holding still.
constexpr double still = 4;
constexpr double double_click_seconds = 0.4;
constexpr double zoom_per_wheel_step = 0.88;

}  // namespace

void GestureController::handle(const PointerMoved& event, const Place& place) {
    const double dx = event.x - x_, dy = event.y - y_;
    x_ = event.x;
    y_ = event.y;
    shift_ = event.shift;
    if (holding()) {
        travelled_ += std::hypot(dx, dy);
        drag(dx, dy, place);
    }
    hover(place);
}

void GestureController::handle(const PointerLeft&, const Place& place) {
    if (holding()) return;
    x_ = y_ = -1;
    hover(place);
}

void GestureController::handle(const ButtonPressed& event, const Place& place) {
    if (holding() || place.blocked) return;
    const Spot at = spot(place);
    if (at.view == View::none) return;
    held_view_ = at.view;
    held_button_ = event.button;
    right_ = event.button == Button::right || (event.button == Button::left && event.control);
    shift_ = event.shift;
    travelled_ = 0;
    const int start = start_at(at, place);
    const bool left = event.button == Button::left && !right_;
    if (left && start >= 0) {
        press_start(start, at, place);
        return;
    }
    if (const StudyGrip grip = study_grip_at(at, place); left && grip != StudyGrip::none) {
        press_study(grip, at, place);
        return;
    }
    const bool plain = left && !event.shift;
    grip_ = plain && at.view == View::surface ? Grip::orbit : Grip::pan;
    held_start_ = start;
    if (!plain) return;

    const double reach = still * static_cast<double>(frame(at.view, place.layout).scale);
    const bool again =
        event.time - press_time_ <= double_click_seconds && std::hypot(x_ - press_x_, y_ - press_y_) <= reach;
    press_time_ = again ? -1 : event.time;
    press_x_ = x_;
    press_y_ = y_;
    if (again && !place.state.blindfolded) add_start(at, place);
}

void GestureController::handle(const ButtonReleased& event, const Place& place) {
    if (!holding() || event.button != held_button_) return;
    const double reach = still * static_cast<double>(frame(held_view_, place.layout).scale);
    if (travelled_ <= reach) {
        if (right_ && held_start_ >= 0) remove_start(held_start_, place);
        const bool beside = grip_ == Grip::orbit || grip_ == Grip::pan;
        if (beside && event.button == Button::left && !right_) note_click(place);
    }
    // While an end is dragged the picture keeps still; then it shows the whole interval again.
    if (grip_ == Grip::study && is_end(held_study_) && travelled_ > 0)
        place.session.display.map = place.session.landscape.domain;
    grip_ = Grip::none;
    held_view_ = View::none;
    held_start_ = -1;
    hover(place);
}

void GestureController::handle(const WheelTurned& event, const Place& place) {
    if (place.blocked && !holding()) return;
    const Spot at = spot(place);
    const double factor = std::pow(zoom_per_wheel_step, event.steps);
    practice(at.view).zoomed = true;
    if (at.view == View::surface) zoom(place.session.display.camera, place.layout.surface, factor, at.x, at.y);
    if (at.view == View::curve) zoom_curve(place.session, place.layout.curve, factor, at.x);
    if (at.view == View::contour) zoom_map(place.session, place.layout.contour, factor, at.x, at.y);
    hover(place);
}

void GestureController::press_start(int start, const Spot& at, const Place& place) {
    const Start& held = place.session.starts[static_cast<std::size_t>(start)];
    const PixelPoint pixel = project(at.view, held.x, held.y, place).value_or(PixelPoint{at.x, at.y});
    grip_ = Grip::start;
    held_start_ = start;
    offset_x_ = at.x - pixel.x;
    offset_y_ = at.y - pixel.y;
    place.state.selected_start = start;
    place.state.nudged = Nudged::start;
}

void GestureController::press_study(StudyGrip grip, const Spot& at, const Place& place) {
    if (is_end(grip)) {
        grip_ = Grip::study;
        held_study_ = grip;
        offset_x_ = at.x - CurveView::end(place.session, place.layout.curve, end_of(place.session, grip)).x;
        offset_y_ = 0;
        return;
    }
    const StudyGrips grips = study_grips(place.session, place.scene, place.state);
    const auto& held = grip == StudyGrip::tip ? grips.tip : grips.point;
    place.state.nudged = grip == StudyGrip::tip ? Nudged::study_tip : Nudged::study_point;
    const PixelPoint pixel = project(at.view, (*held)[0], (*held)[1], place).value_or(PixelPoint{at.x, at.y});
    grip_ = Grip::study;
    held_study_ = grip;
    offset_x_ = at.x - pixel.x;
    offset_y_ = at.y - pixel.y;
}

void GestureController::drag_study(const PlanePoint& to, const Place& place) const {
    if (is_end(held_study_)) {
        Box domain = place.session.landscape.domain;
        (held_study_ == StudyGrip::left_end ? domain.x0 : domain.x1) = to.x;
        // The ends cannot pass each other.
        if (is_valid_domain(domain)) place.session.landscape.domain = domain;
        return;
    }
    Study& study = place.session.study;
    if (held_study_ == StudyGrip::point) {
        pin_study(study, to.x, to.y);
    } else {
        const auto from = study_point(place.session, place.scene, place.state);
        study.dx = to.x - from[0];
        study.dy = to.y - from[1];
    }
}

void GestureController::add_start(const Spot& at, const Place& place) {
    const auto point = pick(at, place);
    if (!point || place.session.starts.size() >= static_cast<std::size_t>(most_starts)) return;
    practice(at.view).added = true;
    place.session.starts.push_back({point->x, point->y});
    press_start(static_cast<int>(place.session.starts.size()) - 1, at, place);
}

void GestureController::remove_start(int start, const Place& place) {
    auto& starts = place.session.starts;
    if (starts.size() < 2 || static_cast<std::size_t>(start) >= starts.size()) return;
    starts.erase(starts.begin() + start);
    int& selected = place.state.selected_start;
    if (selected >= start) selected = std::max(0, selected - 1);
}

void GestureController::note_click(const Place& place) const {
    const auto point = pick(spot(place), place);
    if (!point) return;
    ViewClick& click = place.state.click;
    click = {.count = click.count + 1, .x = point->x, .y = point->y};
}

/// Where the held point belongs when the pointer is at this spot. Beside the surface there is nothing to land on: the
/// point waits where it was.
std::optional<PlanePoint> GestureController::dragged_to(Spot at, const Place& place) const {
    at.x -= offset_x_;
    at.y -= offset_y_;
    const auto point = pick(at, place);
    if (!point || !shift_) return point;
    const ViewFrame& view = frame(at.view, place.layout);
    if (at.view == View::curve) return snapped(*point, curve_pixel(place.session, view), view);
    const bool map = at.view == View::contour;
    return snapped(*point, map ? map_pixel(place.session, view) : surface_pixel(place.session, view), view);
}

void GestureController::drag(double dx, double dy, const Place& place) {
    Session& session = place.session;
    const Spot at = spot(place);
    switch (grip_) {
        case Grip::start: {
            const auto point = dragged_to(at, place);
            if (point && static_cast<std::size_t>(held_start_) < session.starts.size())
                session.starts[static_cast<std::size_t>(held_start_)] = {point->x, point->y};
            break;
        }
        case Grip::study:
            if (const auto point = dragged_to(at, place)) drag_study(*point, place);
            break;
        case Grip::orbit:
            practice(held_view_).dragged = true;
            orbit(session.display.camera, dx, dy);
            break;
        case Grip::pan:
            (held_view_ == View::surface ? practice(held_view_).panned : practice(held_view_).dragged) = true;
            if (held_view_ == View::surface)
                pan(session.display.camera, place.layout.surface, dx, dy);
            else if (held_view_ == View::curve)
                pan_curve(session, place.layout.curve, dx);
            else
                pan_map(session, place.layout.contour, dx, dy);
            break;
        case Grip::none:
            break;
    }
}

}  // namespace thalweg
