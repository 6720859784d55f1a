#include "app/view/gestures.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "app/document/sight.h"
#include "app/view/camera.h"
#include "app/view/contour_view.h"
#include "app/view/curve_view.h"
#include "app/view/world.h"

namespace thalweg {
namespace {

constexpr double radians_per_pixel = 0.007;
/// The target stays about the surface, so that it cannot be lost.
constexpr double target_reach = 2.0;

glm::dvec3 target_of(const CameraPose& camera) {
    return {camera.target[0], camera.target[1], camera.target[2]};
}

void set_target(CameraPose& camera, const glm::dvec3& target) {
    for (int axis = 0; axis < 3; ++axis) {
        camera.target[static_cast<std::size_t>(axis)] = std::clamp(target[axis], -target_reach, target_reach);
    }
}

}  // namespace

void orbit(CameraPose& camera, double dx, double dy) {
    turn(camera, -dx * radians_per_pixel, dy * radians_per_pixel);
}

void pan(CameraPose& camera, const ViewFrame& frame, double dx, double dy) {
    const Camera view(camera, frame.width, frame.height);
    const double unit = 1.0 / view.pixels_per_unit(camera.distance);
    set_target(camera, target_of(camera) - dx * unit * view.right() + dy * unit * view.up());
}

void zoom(CameraPose& camera, const ViewFrame& frame, double factor, double px, double py) {
    const double distance = distance_at(camera, factor);
    const double applied = distance / camera.distance;
    const Camera view(camera, frame.width, frame.height);
    const Ray ray = view.ray(px, py);
    // Shrinking the whole set-up towards a point leaves that point where it appears; it is taken on the target's plane.
    const glm::dvec3 fixed = ray.origin + ray.direction * (camera.distance / glm::dot(ray.direction, view.forward()));
    set_target(camera, fixed + applied * (target_of(camera) - fixed));
    camera.distance = distance;
}

void look_at(Session& session, const Scene& scene, double x, double y) {
    const World world = world_of(scene.landscape().domain);
    const std::optional<Inspection> seen = scene.inspect(x, y);
    const double z = seen ? surface_z(scene.surface().scale, seen->value) : 0.0;
    set_target(session.display.camera, {world.x(x), world.y(y), std::isfinite(z) ? z : 0.0});
}

void pan_map(Session& session, const ViewFrame& frame, double dx, double dy) {
    const PlanePoint from = ContourView::pick(session, frame, 0.0, 0.0);
    const PlanePoint to = ContourView::pick(session, frame, dx, dy);
    Box& map = session.display.map;
    map = {map.x0 - (to.x - from.x), map.x1 - (to.x - from.x), map.y0 - (to.y - from.y), map.y1 - (to.y - from.y)};
}

namespace {

/// What a zoom by `factor` comes to: no nearer than doubles can tell samples apart, no farther than the domain is a
/// speck. side: of the window; size: the largest of its coordinates; domain: the domain's longer side.
double applied_zoom(double factor, double side, double size, double domain) {
    const double finest = 1e-12 * std::max(size, 1e-3 * domain);
    const double smallest = std::max(finest, 1e-10 * domain), largest = 1e3 * domain;
    return std::clamp(side * factor, std::min(smallest, side), std::max(largest, side)) / side;
}

}  // namespace

void zoom_map(Session& session, const ViewFrame& frame, double factor, double px, double py) {
    const PlanePoint fixed = ContourView::pick(session, frame, px, py);
    const Box& domain = session.landscape.domain;
    Box& map = session.display.map;
    const double size = std::max({std::abs(map.x0), std::abs(map.x1), std::abs(map.y0), std::abs(map.y1)});
    const double applied =
        applied_zoom(factor, std::max(map.width(), map.height()), size, std::max(domain.width(), domain.height()));
    map = {fixed.x + applied * (map.x0 - fixed.x), fixed.x + applied * (map.x1 - fixed.x),
           fixed.y + applied * (map.y0 - fixed.y), fixed.y + applied * (map.y1 - fixed.y)};
}

void pan_curve(Session& session, const ViewFrame& frame, double dx) {
    const double way = CurveView::pick(session, frame, dx, 0.0).x - CurveView::pick(session, frame, 0.0, 0.0).x;
    session.display.map.x0 -= way;
    session.display.map.x1 -= way;
}

void zoom_curve(Session& session, const ViewFrame& frame, double factor, double px) {
    const double fixed = CurveView::pick(session, frame, px, 0.0).x;
    Box& map = session.display.map;
    const double size = std::max(std::abs(map.x0), std::abs(map.x1));
    const double applied = applied_zoom(factor, map.width(), size, session.landscape.domain.width());
    map.x0 = fixed + applied * (map.x0 - fixed);
    map.x1 = fixed + applied * (map.x1 - fixed);
}

void fit_views(Session& session) {
    session.display.map = session.landscape.domain;
    session.display.camera = CameraPose{};
}

}  // namespace thalweg
