// What the pointer is over; what it does there is in gesture_controller.cpp.

#include <cmath>

#include "app/panels/study.h"
#include "app/studio/curve_ends.h"
#include "app/studio/gesture_controller.h"
#include "app/view/contour_view.h"
#include "app/view/curve_view.h"
#include "app/view/surface_view.h"

namespace thalweg {
namespace {

// Design pixels: what a hand can hit.
constexpr double start_reach = 16, stationary_reach = 10;

bool has_grip(LensKind kind, StudyGrip grip) {
    if (is_end(grip)) return grips_ends(kind);
    const LensRow* const lens = find_lens(kind);
    const bool arm = lens != nullptr && lens->grips == LensGrips::arm;
    return grip == StudyGrip::tip ? arm : arm || (lens != nullptr && lens->grips == LensGrips::point);
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

template <class Points>
int GestureController::nearest_of(const Points& points, double reach, const Spot& spot, const Place& place) {
    int nearest = -1;
    double least = reach * static_cast<double>(frame(spot.view, place.layout).scale);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto pixel = project(spot.view, points[i].x, points[i].y, place);
        if (!pixel) continue;
        const double distance = std::hypot(pixel->x - spot.x, pixel->y - spot.y);
        if (distance > least) continue;
        least = distance;
        nearest = static_cast<int>(i);
    }
    return nearest;
}

int GestureController::start_at(const Spot& spot, const Place& place) const {
    if (spot.view == View::none || place.state.blindfolded) return -1;
    return nearest_of(place.session.starts, start_reach, spot, place);
}

int GestureController::stationary_at(const Spot& spot, const Place& place) const {
    if (spot.view == View::none || !place.session.display.stationary_points || place.state.blindfolded) return -1;
    return nearest_of(place.scene.stationary().report.points, stationary_reach, spot, place);
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
    over_ = free ? at.view : View::none;
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

Ground GestureController::ground(const InterfaceState& state) const {
    using enum Ground::Kind;
    const bool held = hovered_start_ >= 0 || hovered_study_ != StudyGrip::none || holding();
    if (held || over_ == View::none) return {};
    return {.kind = over_ == View::surface ? surface
                    : over_ == View::curve ? curve
                                           : map,
            .landscape = under_.has_value(),
            .stationary = hovered_stationary_ >= 0,
            .dark = state.blindfolded,
            .practice = practices_[static_cast<std::size_t>(over_)]};
}

}  // namespace thalweg
