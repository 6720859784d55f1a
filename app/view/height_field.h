#pragma once

#include <array>
#include <vector>

#include "app/view/world.h"
#include "core/landscape/landscape.h"
#include "core/sampling/grid.h"
#include "core/sampling/height_scale.h"

namespace thalweg {

/// What the surface's shaders read at each node of the grid: rows × columns × 4 numbers,
///   - height: 0..1, clamped; where f is undefined, so that the surface goes on straight over the edge of the hole
///   - slope along x and along y: ∂z/∂x and ∂z/∂y in world units, from the exact gradient through the height scale
///   - inside: above ½ where f is defined; ½ lies on the edge of the hole, found between the nodes by bisection
struct HeightField {
    int columns = 0, rows = 0;
    std::vector<float> samples;
    bool holes = false;   ///< somewhere f is undefined
    bool breaks = false;  ///< somewhere it jumps, or has a pole

    /// Height at a share of the domain along x and along y, 0..1 each: between the nodes linearly.
    double height_at(double share_x, double share_y) const;
    /// What the slopes there would climb on the whole way across the domain, along x and along y.
    std::array<double, 2> rise_at(double share_x, double share_y, const World& world) const;
};

/// How much of the sky each node sees, 0..1, for soft shade in valleys: less the deeper it lies below the mean height
/// around it (a fifteenth of the side). rows × columns.
std::vector<float> sky_view(const HeightField& field);

/// evaluator: of the sampled landscape, to find the edges of holes; may be null (edges then lie halfway between nodes).
HeightField height_field(const SurfaceGrid& grid, const HeightScale& scale, const World& world, Evaluator* evaluator);

/// Numbers so much of the way from one to the other; both lists are of one length.
std::vector<float> between(const std::vector<float>& from, const std::vector<float>& to, float share);

/// The surface so much of the way from one to the other; both have as many nodes.
HeightField between(const HeightField& from, const HeightField& to, float share);

}  // namespace thalweg
