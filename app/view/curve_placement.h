#pragma once

#include "app/scene/scene.h"
#include "app/view/curve_plot.h"
#include "app/view/placement.h"

namespace thalweg {

/// The height, in the surface view's world, of a value that need not be on the surface: not kept within [0, 1] as
/// surface_z is. For straight lines that leave the surface.
double line_z(const HeightScale& scale, double value);

/// The curve view's. Heights of the world become values again; y of the plane has no influence. What lies on the
/// surface beyond its scale, where all heights are cut off, is asked of the curve itself.
class CurvePlacement final : public Placement {
  public:
    /// scale: pixels per design pixel.
    CurvePlacement(const Scene& scene, const CurvePlot& plot, float scale);

    std::optional<InkPoint> point(const Spot& spot) const override;
    double raised(const Spot& spot) const override { return spot.z; }
    void path(std::span<const Spot> spots, std::vector<Polyline>& lines) const override;
    std::optional<std::pair<InkPoint, InkPoint>> arrow(const Spot& tail, double dx, double dy, double rise,
                                                       double length) const override;
    std::pair<Spot, Spot> axis(const Spot& middle, double dx, double dy, double length) const override;
    bool has_depth() const override { return false; }

    const CurvePlot& plot() const { return plot_; }
    float scale() const { return scale_; }
    /// f(x); NaN where f is not defined.
    double value(double x) const;
    /// The function's value where a spot is drawn.
    double value(const Spot& spot) const;
    /// Whether or not it is in the picture.
    PixelPoint pixel(const Spot& spot) const;
    /// The parts of a line, in pixels, that are in the plot.
    void clip(std::span<const PixelPoint> points, std::vector<Polyline>& lines) const;

  private:
    const Scene& scene_;
    CurvePlot plot_;
    float scale_;
};

}  // namespace thalweg
