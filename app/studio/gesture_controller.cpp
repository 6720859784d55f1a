#include "app/studio/gesture_controller.h"

#include <algorithm>
#include <cmath>

#include "app/panels/study.h"
#include "app/studio/snap.h"
#include "app/view/contour_view.h"
#include "app/view/curve_view.h"
#include "app/view/gestures.h"
#include "app/view/surface_view.h"

namespace thalweg {
namespace {

// Design pixels: what a hand can hit, and what still counts as holding still.
constexpr double start_reach = 16, stationary_reach = 10, still = 4;
constexpr double double_click_seconds = 0.4;
constexpr double zoom_per_wheel_step = 0.88;

bool is_end(StudyGrip grip) {
    return grip == StudyGrip::left_end || grip == StudyGrip::right_end;
}

bool has_grip(LensKind kind, StudyGrip grip) {
    if (is_end(grip)) return grips_ends(kind);
    const LensRow* const lens = find_lens(kind);
    const bool arm = lens != nullptr && lens->grips == LensGrips::arm;
    return grip == StudyGrip::tip ? arm : arm || (lens != nullptr && lens->grips == LensGrips::point);
}

double end_of(const Session& session, StudyGrip grip) {
    return grip == StudyGrip::left_end ? session.landscape.domain.x0 : session.landscape.domain.x1;
}

}  // namespace

GestureController::Spot GestureController::spot(const Place& place) const {
    // A gesture stays in the view where it began, wherever the pointer goes.
    const ViewAreas& areas = place.layout.areas;
    const bool in_surface = held_view_ == View::none ? areas.surface.contains(x_, y_) : held_view_ == View::surface;
    const bool in_contour = held_view_ == View::none ? areas.contour.contains(x_, y_) : held_view_ == View::contour;
    const bool in_curve = held_view_ == View::none ? areas.curve.contains(x_, y_) : held_view_ == View::curve;
    if (in_surface) return {View::surface, x_ - areas.surface.x, y_ - areas.surface.y};
    if (in_contour) return {View::contour, x_ - areas.contour.x, y_ - areas.contour.y};
    if (in_curve) return {View::curve, x_ - areas.curve.x, y_ - areas.curve.y};
    return {};
}

const ViewFrame& GestureController::frame(View view, const StageLayout& layout) {
    return view == View::surface ? layout.surface : view == View::curve ? layout.curve : layout.contour;
}

std::optional<PlanePoint> GestureController::pick(const Spot& spot, const Place& place) {
    switch (spot.view) {
        case View::surface:
            return SurfaceView::pick(place.session, place.scene, place.layout.surface, spot.x, spot.y);
        case View::contour:
            return ContourView::pick(place.session, place.layout.contour, spot.x, spot.y);
        case View::curve:
            return CurveView::pick(place.session, place.layout.curve, spot.x, spot.y);
        case View::none:
            break;
    }
    return std::nullopt;
}

std::optional<PixelPoint> GestureController::project(View view, double x, double y, const Place& place) {
    if (view == View::surface) return SurfaceView::project(place.session, place.scene, place.layout.surface, x, y);
    if (view == View::curve) return CurveView::project(place.session, place.scene, place.layout.curve, x);
    return ContourView::project(place.session, place.layout.contour, x, y);
}

int GestureController::start_at(const Spot& spot, const Place& place) const {
    if (spot.view == View::none || place.state.blindfolded) return -1;
    int nearest = -1;
    double reach = start_reach * static_cast<double>(frame(spot.view, place.layout).scale);
    for (std::size_t i = 0; i < place.session.starts.size(); ++i) {
        const Start& start = place.session.starts[i];
        const auto pixel = project(spot.view, start.x, start.y, place);
        if (!pixel) continue;
        const double distance = std::hypot(pixel->x - spot.x, pixel->y - spot.y);
        if (distance <= reach) {
            reach = distance;
            nearest = static_cast<int>(i);
        }
    }
    return nearest;
}

int GestureController::stationary_at(const Spot& spot, const Place& place) const {
    if (spot.view == View::none || !place.session.display.stationary_points || place.state.blindfolded) return -1;
    int nearest = -1;
    double reach = stationary_reach * static_cast<double>(frame(spot.view, place.layout).scale);
    const auto& points = place.scene.stationary().report.points;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto pixel = project(spot.view, points[i].x, points[i].y, place);
        if (!pixel) continue;
        const double distance = std::hypot(pixel->x - spot.x, pixel->y - spot.y);
        if (distance <= reach) {
            reach = distance;
            nearest = static_cast<int>(i);
        }
    }
    return nearest;
}

StudyGrip GestureController::study_grip_at(const Spot& spot, const Place& place) const {
    if (spot.view == View::none) return StudyGrip::none;
    const StudyGrips grips = study_grips(place.session, place.scene, place.state);
    const double reach = start_reach * static_cast<double>(frame(spot.view, place.layout).scale);
    if (spot.view == View::curve && grips_ends(place.session.study.lens)) {
        for (const StudyGrip grip : {StudyGrip::right_end, StudyGrip::left_end}) {
            const PixelPoint handle = CurveView::end(place.session, place.layout.curve, end_of(place.session, grip));
            if (std::hypot(handle.x - spot.x, handle.y - spot.y) <= reach) return grip;
        }
    }
    const auto hit = [&](const std::optional<std::array<double, 2>>& at) {
        const auto pixel = at ? project(spot.view, (*at)[0], (*at)[1], place) : std::nullopt;
        return pixel && std::hypot(pixel->x - spot.x, pixel->y - spot.y) <= reach;
    };
    return hit(grips.tip) ? StudyGrip::tip : hit(grips.point) ? StudyGrip::point : StudyGrip::none;
}

void GestureController::hover(const Place& place) {
    const Spot at = spot(place);
    const bool free = !place.blocked || holding();
    under_ = free ? pick(at, place) : std::nullopt;
    hovered_start_ = grip_ == Grip::start ? held_start_ : free && !holding() ? start_at(at, place) : -1;
    hovered_study_ = grip_ == Grip::study                       ? held_study_
                     : free && !holding() && hovered_start_ < 0 ? study_grip_at(at, place)
                                                                : StudyGrip::none;
    const bool on_grip = hovered_start_ >= 0 || hovered_study_ != StudyGrip::none;
    hovered_stationary_ = free && !holding() && !on_grip ? stationary_at(at, place) : -1;
    place.state.pointer_over = under_.has_value() && !place.state.blindfolded;
    if (under_) {
        place.state.pointer_x = under_->x;
        place.state.pointer_y = under_->y;
    }
}

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
    if (!point) return;
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
            orbit(session.display.camera, dx, dy);
            break;
        case Grip::pan:
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

Pointer GestureController::pointer(const Session& session, const InterfaceState& state) const {
    Pointer pointer{.hovered_start = hovered_start_,
                    .selected_start = state.selected_start,
                    .selected_optimizer = state.selected_optimizer,
                    .hovered_stationary = hovered_stationary_,
                    .hovered_study = hovered_study_,
                    .over = under_.has_value()};
    if (under_) {
        pointer.x = under_->x;
        pointer.y = under_->y;
    }
    // Both may have gone since the pointer moved last.
    if (pointer.hovered_start >= static_cast<int>(session.starts.size())) pointer.hovered_start = -1;
    if (!has_grip(session.study.lens, pointer.hovered_study)) pointer.hovered_study = StudyGrip::none;
    return pointer;
}

}  // namespace thalweg
