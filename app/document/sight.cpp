#include "app/document/sight.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace thalweg {
namespace {

constexpr double lowest_elevation = 0.03, highest_elevation = std::numbers::pi / 2;
constexpr double nearest = 0.25, farthest = 25.0;
/// Of the domain's sides, the least and the most that keys show of the plane.
constexpr double least_shown = 1e-6, most_shown = 1e3;

}  // namespace

void turn(CameraPose& camera, double right, double up) {
    camera.azimuth = std::remainder(camera.azimuth + right, 2.0 * std::numbers::pi);
    camera.elevation = std::clamp(camera.elevation + up, lowest_elevation, highest_elevation);
}

void look_from_above(CameraPose& camera) {
    camera.azimuth = 0;
    camera.elevation = highest_elevation;
}

double distance_at(const CameraPose& camera, double times) {
    return std::clamp(camera.distance * times, nearest, farthest);
}

void move_map(Display& display, double right, double up) {
    Box& map = display.map;
    const double dx = right * map.width(), dy = up * map.height();
    map = {map.x0 + dx, map.x1 + dx, map.y0 + dy, map.y1 + dy};
}

void widen_map(Display& display, const Box& domain, double times) {
    Box& map = display.map;
    const double share = std::max(map.width() / domain.width(), map.height() / domain.height());
    const double wanted = std::clamp(share * times, std::min(least_shown, share), std::max(most_shown, share));
    const double half_x = wanted / share * map.width() / 2, half_y = wanted / share * map.height() / 2;
    const double x = std::midpoint(map.x0, map.x1), y = std::midpoint(map.y0, map.y1);
    map = {x - half_x, x + half_x, y - half_y, y + half_y};
}

}  // namespace thalweg
