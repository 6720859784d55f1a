#pragma once

#include <cstddef>
#include <vector>

#include "app/view/ink.h"
#include "app/view/placement.h"

namespace thalweg {

class SurfacePlacement;
class Camera;

/// A translucent piece of surface of its own, as a tangent plane: a lattice of spots, rows of `columns` each.
struct Sheet {
    std::vector<Spot> lattice;
    std::size_t columns = 0;
    Color color;
};

/// What an overlay may be besides: something with sheets, which stand in the surface view alone.
class StandsInSpace {
  public:
    virtual ~StandsInSpace() = default;
    virtual std::vector<Sheet> sheets() const = 0;
};

/// A corner of a triangle, pixels and window depth.
struct SheetCorner {
    float x = 0, y = 0, depth = 0;
    InkColor color;
};

/// The sheet as it is seen, lit as the landscape is: triangles, three corners each; none where a spot is out of sight.
std::vector<SheetCorner> sheet_triangles(const Sheet& sheet, const SurfacePlacement& placement, const Camera& camera);

}  // namespace thalweg
