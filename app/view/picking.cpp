#include "app/view/picking.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/view/surface_view.h"

namespace thalweg {
namespace {

/// Steps over the part of the ray above the domain. A landscape of 2 × 2 units is so looked at every 0.003 units: finer
/// than a pixel of a common picture.
constexpr int march_steps = 1000;
/// Halvings of one step; the interval is then as short as doubles allow.
constexpr int bisections = 60;
/// The box is entered and left this much outside, so that the domain's edge and the flat top and bottom belong to it.
constexpr double slack = 1e-9;

/// Shares of the ray inside the box that holds the surface; first > second: none.
std::array<double, 2> inside_box(const Ray& ray, const World& world) {
    const std::array low = {-world.half_x - slack, -world.half_y - slack, -slack};
    const std::array high = {world.half_x + slack, world.half_y + slack, world_height + slack};
    double enter = 0.0, leave = 1e30;
    for (int axis = 0; axis < 3; ++axis) {
        const auto i = static_cast<std::size_t>(axis);
        const double origin = ray.origin[axis], direction = ray.direction[axis];
        if (direction == 0.0) {
            if (origin < low[i] || origin > high[i]) return {1.0, 0.0};
            continue;
        }
        const double a = (low[i] - origin) / direction, b = (high[i] - origin) / direction;
        enter = std::max(enter, std::min(a, b));
        leave = std::min(leave, std::max(a, b));
    }
    return {enter, leave};
}

}  // namespace

std::optional<PlanePoint> meet_surface(const Ray& ray, const World& world, const HeightScale& scale,
                                       Evaluator& evaluator) {
    const auto [enter, leave] = inside_box(ray, world);
    if (enter > leave) return std::nullopt;
    const auto plane_at = [&](double way) {
        PlanePoint p = world.plane(ray.origin.x + way * ray.direction.x, ray.origin.y + way * ray.direction.y);
        return PlanePoint{std::clamp(p.x, world.domain.x0, world.domain.x1),
                          std::clamp(p.y, world.domain.y0, world.domain.y1)};
    };
    // Height of the ray above the surface; NaN over holes.
    const auto clearance = [&](double way) {
        const PlanePoint p = plane_at(way);
        return ray.origin.z + way * ray.direction.z - surface_z(scale, evaluator.value(std::array{p.x, p.y}));
    };
    double before = enter, above = clearance(enter);
    for (int i = 1; i <= march_steps; ++i) {
        const double here = enter + (leave - enter) * i / march_steps;
        const double now = clearance(here);
        if (above == 0.0) return plane_at(before);
        if ((above > 0.0 && now <= 0.0) || (above < 0.0 && now >= 0.0)) {
            double outside = before, inside = here;
            for (int k = 0; k < bisections; ++k) {
                const double middle = 0.5 * (outside + inside);
                const double there = clearance(middle);
                if (std::isnan(there)) break;
                const bool still_outside = above > 0.0 ? there > 0.0 : there < 0.0;
                (still_outside ? outside : inside) = middle;
            }
            return plane_at(inside);
        }
        before = here;
        above = now;
    }
    return std::nullopt;
}

std::optional<PlanePoint> SurfaceView::pick(const Session& session, const Scene& scene, const ViewFrame& frame,
                                            double px, double py) {
    if (scene.landscape().evaluator == nullptr) return std::nullopt;
    const Camera camera(session.display.camera, frame.width, frame.height);
    return meet_surface(camera.ray(px, py), world_of(scene.landscape().domain), scene.surface().scale,
                        *scene.landscape().evaluator);
}

std::optional<PixelPoint> SurfaceView::project(const Session& session, const Scene& scene, const ViewFrame& frame,
                                               double x, double y) {
    if (scene.landscape().evaluator == nullptr) return std::nullopt;
    const World world = world_of(scene.landscape().domain);
    const double z = surface_z(scene.surface().scale, scene.landscape().evaluator->value(std::array{x, y}));
    const Camera camera(session.display.camera, frame.width, frame.height);
    const std::optional<DepthPixel> pixel = camera.project({world.x(x), world.y(y), z});
    if (!pixel || !std::isfinite(pixel->x + pixel->y)) return std::nullopt;
    return PixelPoint{pixel->x, pixel->y};
}

}  // namespace thalweg
