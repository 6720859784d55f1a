#include "app/view/camera.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

namespace thalweg {
namespace {

/// Tangent of half the angle of view across the shorter side (46°): box, numbers and all fit at the default distance.
constexpr double half_view_tangent = 0.42;
/// Width to height of what a common pose shows.
constexpr double shown_aspect = 1.35;
/// Radius of a ball about the world's origin that holds all that is drawn, with some margin.
constexpr double world_radius = 2.2;

}  // namespace

Camera::Camera(const CameraPose& pose, int width, int height)
    : width_(std::max(1, width)), height_(std::max(1, height)) {
    const double sine = std::sin(pose.azimuth), cosine = std::cos(pose.azimuth);
    const double level = std::cos(pose.elevation), rise = std::sin(pose.elevation);
    forward_ = {-sine * level, cosine * level, -rise};
    right_ = {cosine, sine, 0.0};
    up_ = glm::cross(right_, forward_);
    eye_ = glm::dvec3(pose.target[0], pose.target[1], pose.target[2]) - pose.distance * forward_;
    const double shorter = std::min(width_ / shown_aspect, height_);
    tangent_x_ = half_view_tangent * width_ / shorter;
    tangent_y_ = half_view_tangent * height_ / shorter;
    const double middle = glm::length(eye_);
    near_ = std::max(0.02, middle - world_radius);
    far_ = middle + world_radius;
}

Ray Camera::ray(double px, double py) const {
    const double x = (2.0 * px / width_ - 1.0) * tangent_x_, y = (1.0 - 2.0 * py / height_) * tangent_y_;
    return {eye_, glm::normalize(forward_ + x * right_ + y * up_)};
}

double Camera::distance(const glm::dvec3& world) const {
    return glm::dot(world - eye_, forward_);
}

std::optional<DepthPixel> Camera::project(const glm::dvec3& world, double lift) const {
    const glm::dvec3 from_eye = world - eye_;
    const double depth = glm::dot(from_eye, forward_);
    // Written so that NaN counts as unseen.
    if (!(depth >= near_ * (1.0 - 1e-12))) return std::nullopt;
    const double x = glm::dot(from_eye, right_) / (depth * tangent_x_);
    const double y = glm::dot(from_eye, up_) / (depth * tangent_y_);
    const double lifted = std::max(near_, depth * (1.0 - lift / glm::length(from_eye)));
    return DepthPixel{.x = (x + 1.0) * 0.5 * width_,
                      .y = (1.0 - y) * 0.5 * height_,
                      .depth = far_ * (lifted - near_) / ((far_ - near_) * lifted)};
}

double Camera::pixels_per_unit(double distance) const {
    return 0.5 * height_ / (tangent_y_ * distance);
}

std::array<float, 16> Camera::matrix(const PicturePart& part) const {
    const double a = (far_ + near_) / (far_ - near_), b = -2.0 * far_ * near_ / (far_ - near_);
    std::array<float, 16> columns{};
    const auto row = [&](std::size_t index, const glm::dvec3& direction, double scale, double offset) {
        for (int axis = 0; axis < 3; ++axis) {
            columns[static_cast<std::size_t>(axis) * 4 + index] = static_cast<float>(scale * direction[axis]);
        }
        columns[12 + index] = static_cast<float>(offset - scale * glm::dot(direction, eye_));
    };
    // The picture spans -1..1 of its own; the part spans -1..1 of what is drawn.
    const double enlarged_x = width_ / part.width, enlarged_y = height_ / part.height;
    const double shift_x = (width_ - 2.0 * part.left) / part.width - 1.0;
    const double shift_y = 1.0 - (height_ - 2.0 * part.top) / part.height;
    row(0, enlarged_x / tangent_x_ * right_ + shift_x * forward_, 1.0, 0.0);
    row(1, enlarged_y / tangent_y_ * up_ + shift_y * forward_, 1.0, 0.0);
    row(2, forward_, a, b);
    row(3, forward_, 1.0, 0.0);
    return columns;
}

}  // namespace thalweg
