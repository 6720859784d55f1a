#pragma once

#include <span>
#include <vector>

#include "app/view/curve_plot.h"
#include "core/curve/sample_curve.h"

namespace thalweg {

/// Where a curve was drawn, so that another can grow out of it: its heights over the width of its plot, both as shares
/// of the plot's. Not a number where there was no curve.
class CurveOutline {
  public:
    CurveOutline(std::span<const CurvePiece> pieces, const CurvePlot& plot);

    /// across: 0 at the left, 1 at the right.
    double height(double across) const;

  private:
    std::vector<double> heights_;  ///< at the middles of columns of equal width
};

/// The curve as it is drawn at a share of the way, 0..1, from the outline to itself. Where there was none it is itself.
std::vector<CurvePiece> grown_out_of(const CurveOutline& origin, std::span<const CurvePiece> pieces,
                                     const CurvePlot& plot, double share);

}  // namespace thalweg
