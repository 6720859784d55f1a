#pragma once

#include <optional>

#include "app/view/camera.h"
#include "app/view/world.h"
#include "core/landscape/landscape.h"
#include "core/sampling/height_scale.h"

namespace thalweg {

/// Where a ray first meets the surface z = surface_z(scale, f(x, y)) over the domain: marched in small steps until it
/// passes through, then bisected to the last bit. Asks f itself, not the mesh. nullopt when it passes the surface by;
/// holes let it through.
std::optional<PlanePoint> meet_surface(const Ray& ray, const World& world, const HeightScale& scale,
                                       Evaluator& evaluator);

}  // namespace thalweg
