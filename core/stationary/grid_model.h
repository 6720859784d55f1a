#pragma once

#include <cstddef>
#include <memory>

#include "core/landscape/grid_landscape.h"
#include "core/stationary/interval_model.h"

namespace thalweg {

/// The spline of a grid over rectangles, as exactly as its polynomials allow: on the part of a rectangle that lies in
/// one cell, f and each derivative lie between their smallest and their largest Bernstein coefficient there. Outside of
/// the grid and in cells with holes f has a gap; across the lines between cells it is C². Of more than 256 cells at
/// once nothing is said.
///   Farin, 2002, "Curves and Surfaces for CAGD", chapters 4 to 8: blossoms, Bernstein polynomials, the convex hull.
class GridModel final : public IntervalModel {
  public:
    /// The landscape must outlive the model.
    explicit GridModel(const GridLandscape& landscape);

    Interval value(const Rectangle& r) override;
    GradientEnclosure gradient(const Rectangle& r) override;
    DerivativeEnclosure derivatives(const Rectangle& r) override;
    LocalDerivatives at(double x, double y) override;

  private:
    const GridLandscape::Spline& spline_;
    std::unique_ptr<Evaluator> evaluator_;
};

}  // namespace thalweg
