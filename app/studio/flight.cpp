#include "app/studio/flight.h"

#include <cmath>
#include <numbers>

namespace thalweg {
namespace {

double mix(double from, double to, double share) {
    return from + (to - from) * share;
}

/// The short way round.
double mix_angle(double from, double to, double share) {
    return from + std::remainder(to - from, 2 * std::numbers::pi) * share;
}

}  // namespace

void Flight::begin(const Display& from, const Display& to, double now) {
    origin_ = {from.camera, from.map};
    goal_ = {to.camera, to.map};
    began_ = now;
}

void Flight::move(Display& display, double now) {
    if (!goal_) return;
    const double elapsed = display.animations ? (now - began_) / seconds : 1;
    if (elapsed >= 1) {
        display.camera = goal_->camera;
        display.map = goal_->map;
        goal_.reset();
        return;
    }
    const double share = 1 - std::pow(1 - elapsed, 3);
    const CameraPose &from = origin_.camera, &to = goal_->camera;
    display.camera.azimuth = mix_angle(from.azimuth, to.azimuth, share);
    display.camera.elevation = mix(from.elevation, to.elevation, share);
    display.camera.distance = mix(from.distance, to.distance, share);
    for (std::size_t i = 0; i < 3; ++i) display.camera.target[i] = mix(from.target[i], to.target[i], share);
    const Box &a = origin_.map, &b = goal_->map;
    display.map = {mix(a.x0, b.x0, share), mix(a.x1, b.x1, share), mix(a.y0, b.y0, share), mix(a.y1, b.y1, share)};
}

}  // namespace thalweg
