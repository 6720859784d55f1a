#pragma once

#include <glm/geometric.hpp>
#include <glm/vec3.hpp>

#include "app/view/camera.h"

namespace thalweg {

/// Towards the lamp, which hangs at the upper left of the picture, however the surface is turned; it stays above the
/// floor. A unit vector of the world.
inline glm::dvec3 key_light(const Camera& camera) {
    const glm::dvec3 level_forward = glm::normalize(glm::cross(glm::dvec3(0, 0, 1), camera.right()));
    return glm::normalize(-0.75 * camera.right() + 0.18 * level_forward + glm::dvec3(0, 0, 0.95));
}

}  // namespace thalweg
