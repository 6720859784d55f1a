#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/landscape/landscape.h"
#include "core/landscape/spline_axis.h"

namespace thalweg {

/// The bicubic spline through values on a rectangular grid: C² with not-a-knot ends along both axes, as
/// scipy.interpolate.RectBivariateSpline has it. Undefined outside of the grid and in cells with a hole at a corner.
/// Holes are given values that continue their surroundings before the spline is found, so that it is C² up to their
/// rims; what was filled in is never shown.
class GridLandscape final : public Landscape {
  public:
    /// x, y: strictly ascending, finite, at least 2 of each (of 2 or 3 the spline is the line or the parabola); values:
    /// y.size() rows of x.size(), finite but for NaN, a hole; not all are holes.
    GridLandscape(std::vector<double> x, std::vector<double> y, std::vector<double> values);

    int dimensions() const override { return 2; }
    std::unique_ptr<Evaluator> evaluator() const override;
    void grid_values(std::span<const double> x, std::span<const double> y, std::span<double> f) const override;
    void grid_gradients(std::span<const double> x, std::span<const double> y, std::span<double> f, std::span<double> fx,
                        std::span<double> fy) const override;

    /// Both axes, one coefficient for each node, and which cells have a hole at a corner (empty: none).
    struct Spline {
        SplineAxis x, y;
        std::vector<double> coefficients;
        std::vector<std::uint8_t> holes;

        /// A closed cell without holes contains the place.
        bool is_defined(double at_x, double at_y) const;
    };
    const Spline& spline() const { return *spline_; }

  private:
    std::shared_ptr<const Spline> spline_;
};

}  // namespace thalweg
