#pragma once

#include <cstdint>
#include <vector>

#include "app/view/height_field.h"

namespace thalweg {

/// The surface as triangles: a regular lattice of side × side vertices over the domain, in which vertices just beyond
/// the edge of a hole, or just beyond where a clipped scale cuts, are moved onto that edge. Rims are so as smooth as
/// the landscape makes them, however coarse the lattice.
struct SurfaceMesh {
    std::vector<float> vertices;         ///< share of the domain along x and along y (0..1), height (0..1)
    std::vector<std::uint32_t> indices;  ///< three for each triangle; none where f is undefined
};

/// side >= 2. evaluator: of the sampled landscape; null leaves the lattice as it is.
SurfaceMesh surface_mesh(const HeightField& field, const HeightScale& scale, const Box& domain, Evaluator* evaluator,
                         int side);

}  // namespace thalweg
