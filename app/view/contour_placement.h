#pragma once

#include "app/document/session.h"
#include "app/view/label.h"
#include "app/view/placement.h"
#include "app/view/plane_view.h"

namespace thalweg {

/// The contour view's plot area, and the part of the plane that it shows.
struct MapPlot {
    double left = 0, top = 0, width = 1, height = 1;  ///< pixels
    Box window;                                       ///< in the plane
    bool bare = false;                                ///< without margins for numbers: the picture is too small

    PixelPoint pixel(double x, double y) const {
        return {left + width * ((x - window.x0) / window.width()), top + height * ((window.y1 - y) / window.height())};
    }
    PlanePoint plane(double px, double py) const {
        return {window.x0 + window.width() * ((px - left) / width),
                window.y1 - window.height() * ((py - top) / height)};
    }
};

/// Bare in pictures too small to hold margins.
MapPlot plot_of(const Session& session, const ViewFrame& frame);

/// The contour view's: straight from above, within the plot area.
class ContourPlacement final : public Placement {
  public:
    explicit ContourPlacement(const MapPlot& plot) : plot_(plot) {}

    std::optional<InkPoint> point(const Spot& spot) const override;
    double raised(const Spot& spot) const override { return spot.z; }
    void path(std::span<const Spot> spots, std::vector<Polyline>& lines) const override;
    std::optional<std::pair<InkPoint, InkPoint>> arrow(const Spot& tail, double dx, double dy, double rise,
                                                       double length) const override;
    std::pair<Spot, Spot> axis(const Spot& middle, double dx, double dy, double length) const override;
    bool has_depth() const override { return false; }

    /// What of the plane is shown, and how large.
    PlaneView seen() const {
        return {plot_.window, plot_.width / plot_.window.width(), plot_.height / plot_.window.height()};
    }

  private:
    InkPoint place(double x, double y) const;

    MapPlot plot_;
};

}  // namespace thalweg
