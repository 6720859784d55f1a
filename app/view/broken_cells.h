#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "app/view/height_field.h"
#include "app/view/surface_break.h"
#include "app/view/surface_mesh.h"
#include "app/view/world.h"

namespace thalweg {

/// Cells of a surface's lattice through which a break runs: cut along it into pieces that do not touch each other, so
/// that no wall is drawn where f jumps or has a pole. The lattice's vertices are the first side × side of the mesh.
class BrokenCells {
  public:
    /// heights: of the lattice's vertices, exact. Keeps references to the first four.
    BrokenCells(const HeightField& field, const HeightScale& scale, const Box& domain, Evaluator& f,
                std::vector<double> heights, int side);

    /// Adds the pieces of the cell with this lower left corner, whose four vertices are surface; false: it is whole.
    bool add(int column, int row, SurfaceMesh& mesh);

  private:
    /// A vertex on either side of a break.
    struct Banks {
        double share = 0.5;  ///< from the edge's lower or left end
        std::uint32_t before = 0, after = 0;
    };
    std::optional<Banks> banks(int column, int row, std::size_t axis, SurfaceMesh& mesh);
    std::optional<SurfaceBreak> search(int column, int row, std::size_t axis);
    HeightAt node(int column, int row) const;
    std::size_t index(int column, int row) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(side_) + static_cast<std::size_t>(column);
    }

    const HeightField& field_;
    const HeightScale& scale_;
    World world_;
    Evaluator& f_;
    std::vector<double> heights_;
    int side_;
    std::vector<std::optional<std::optional<Banks>>> edges_;  ///< by node and axis; nothing: not yet looked at
    int searches_ = 0;
};

}  // namespace thalweg
