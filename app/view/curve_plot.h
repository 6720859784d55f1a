#pragma once

#include "app/document/session.h"
#include "app/scene/scene.h"
#include "app/view/label.h"
#include "app/view/plane_point.h"

namespace thalweg {

/// The curve view's plot area, and the part of the xy-plane that it shows; here y is the function's value. Heights are
/// always linear, whatever the landscape's scale, so that tangents are straight lines.
struct CurvePlot {
    double left = 0, top = 0, width = 1, height = 1;  ///< pixels
    double x0 = 0, x1 = 1, y0 = 0, y1 = 1;            ///< left, right, bottom and top of what is shown
    double lane = 0;                                  ///< height in pixels of the lane of slopes below the plot

    PixelPoint pixel(double x, double y) const {
        return {left + width * ((x - x0) / (x1 - x0)), top + height * ((y1 - y) / (y1 - y0))};
    }
    double x(double px) const { return x0 + (x1 - x0) * ((px - left) / width); }
    double y(double py) const { return y1 - (y1 - y0) * ((py - top) / height); }
    double right() const { return left + width; }
    double bottom() const { return top + height; }
    bool contains(const PixelPoint& p) const { return p.x >= left && p.x <= right() && p.y >= top && p.y <= bottom(); }
    /// Pixels per unit along x and along y.
    double x_scale() const { return width / (x1 - x0); }
    double y_scale() const { return height / (y1 - y0); }
};

/// Where the map's window along x lies in a picture, with a little of the curve beyond it on either side: y0 and y1 are
/// not set yet. Without margins in pictures too small to hold them.
CurvePlot curve_frame(const Session& session, const ViewFrame& frame);

/// The same with the range of values: from the least to the greatest that the curve takes in sight, but for poles,
/// which are cut off.
CurvePlot curve_plot(const Session& session, const Scene& scene, const ViewFrame& frame);

/// Where the handle of an end of the domain is, in pixels: in the middle of the line that marks the end.
inline PixelPoint end_handle(const CurvePlot& plot, double x) {
    return {plot.pixel(x, 0.0).x, plot.top + plot.height / 2};
}

}  // namespace thalweg
