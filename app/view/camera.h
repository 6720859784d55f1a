#pragma once

#include <array>
#include <glm/vec3.hpp>
#include <optional>

#include "app/document/session.h"
#include "app/view/label.h"
#include "app/view/picture_part.h"
#include "app/view/plane_point.h"

namespace thalweg {

/// A point of the picture with its distance: pixels from the upper left corner, and OpenGL's window depth 0..1.
struct DepthPixel {
    double x = 0, y = 0, depth = 0;
};

/// A half-line in world coordinates; the direction has length 1.
struct Ray {
    glm::dvec3 origin, direction;
};

/// The surface view's eye: perspective, with the same angle of view across the picture's shorter side whatever its
/// shape; a picture that is hardly wider than high shows more, since the box with its numbers is wider than high.
class Camera {
  public:
    Camera(const CameraPose& pose, int width, int height);

    const glm::dvec3& eye() const { return eye_; }
    const glm::dvec3& forward() const { return forward_; }
    const glm::dvec3& right() const { return right_; }
    const glm::dvec3& up() const { return up_; }

    /// The ray through a pixel's place (fractions count).
    Ray ray(double px, double py) const;

    /// Distance from the eye along the direction of view.
    double distance(const glm::dvec3& world) const;

    /// Where a world point appears; nullopt when too near or behind. The depth is that of a point nearer to the
    /// eye by `lift` world units: what lies on the surface is so not hidden by it.
    std::optional<DepthPixel> project(const glm::dvec3& world, double lift = 0.0) const;

    /// Pixels that one world unit covers at a distance, seen face on.
    double pixels_per_unit(double distance) const;

    /// World to clip coordinates, by columns, as OpenGL wants it, for a framebuffer that holds that part of the
    /// picture.
    std::array<float, 16> matrix(const PicturePart& part) const;

  private:
    glm::dvec3 eye_, forward_, right_, up_;
    double width_, height_;
    double tangent_x_, tangent_y_;  ///< of half the angle of view
    double near_, far_;
};

}  // namespace thalweg
