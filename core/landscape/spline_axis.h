#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace thalweg {

/// The cubic B-splines along one axis whose combinations interpolate values at given nodes: C² with not-a-knot ends
/// (the third derivative is continuous at the second and the last but one node).
///   de Boor, 1978, "A Practical Guide to Splines", chapters IX, X and XIII.
class SplineAxis {
  public:
    /// nodes: strictly ascending, finite, at least four.
    explicit SplineAxis(std::vector<double> nodes);

    std::span<const double> nodes() const { return nodes_; }
    /// All nodes but the second and the last but one, the ends fourfold.
    std::span<const double> knots() const { return knots_; }

    /// The first of the four B-splines that are not zero in the cell [nodes[i], nodes[i+1]], which lies between the
    /// knots of this index plus 3 and plus 4.
    std::size_t first_spline(std::size_t cell) const { return std::min(cell < 1 ? 0 : cell - 1, coefficients() - 4); }

    /// The four B-splines that are not zero around a place, with their first and second derivatives there.
    struct Weights {
        std::size_t first = 0;  ///< index of the first one's coefficient
        std::array<double, 4> value = {}, slope = {}, curvature = {};
    };
    /// x must lie in [nodes.front(), nodes.back()].
    Weights weights(double x) const;

    /// The cell [nodes[i], nodes[i+1]] in which x lies; the last one for the last node. Nothing outside.
    std::optional<std::size_t> cell(double x) const;

    /// How many coefficients there are: one for each node.
    std::size_t coefficients() const { return knots_.size() - 4; }

    /// Turns values at the nodes into coefficients, in place, for `lanes` sets side by side: rows[i * lanes + k].
    void solve(std::span<double> rows, std::size_t lanes) const;

  private:
    void factorize();

    std::vector<double> nodes_;
    std::vector<double> knots_;
    std::vector<std::array<double, 5>>
        factors_;  ///< of the collocation matrix: L below the diagonal, U on it and above
};

}  // namespace thalweg
