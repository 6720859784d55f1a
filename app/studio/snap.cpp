#include "app/studio/snap.h"

#include <algorithm>
#include <cmath>

#include "app/view/camera.h"
#include "app/view/contour_view.h"
#include "app/view/curve_view.h"
#include "app/view/world.h"
#include "core/sampling/levels.h"

namespace thalweg {
namespace {

constexpr double spacing = 12;  // design pixels between neighbours

}  // namespace

double round_near(double value, double step) {
    const auto ticks = round_ticks(value - 4 * step, value + 4 * step, 8);
    if (ticks.empty()) return value;
    return *std::ranges::min_element(ticks, {}, [&](double tick) { return std::abs(tick - value); });
}

PlanePoint map_pixel(const Session& session, const ViewFrame& frame) {
    const PlanePoint low = ContourView::pick(session, frame, 0, 1), high = ContourView::pick(session, frame, 1, 0);
    return {high.x - low.x, high.y - low.y};
}

PlanePoint surface_pixel(const Session& session, const ViewFrame& frame) {
    const CameraPose& pose = session.display.camera;
    const double pixels = Camera(pose, frame.width, frame.height).pixels_per_unit(pose.distance);
    const World world = world_of(session.landscape.domain);
    return {1 / (pixels * world.x_scale()), 1 / (pixels * world.y_scale())};
}

PlanePoint curve_pixel(const Session& session, const ViewFrame& frame) {
    const double across = CurveView::pick(session, frame, 1, 0).x - CurveView::pick(session, frame, 0, 0).x;
    return {across, across};
}

PlanePoint snapped(const PlanePoint& point, const PlanePoint& pixel, const ViewFrame& frame) {
    const double pixels = spacing * static_cast<double>(frame.scale);
    return {round_near(point.x, pixels * pixel.x), round_near(point.y, pixels * pixel.y)};
}

}  // namespace thalweg
