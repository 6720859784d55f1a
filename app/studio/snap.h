#pragma once

#include "app/document/session.h"
#include "app/view/label.h"
#include "app/view/plane_point.h"
#include "core/calculus/box.h"

namespace thalweg {

/// The nearest multiple of a round number (1, 2 or 5 times a power of ten) near `step`; the value itself where doubles
/// leave none.
double round_near(double value, double step);

/// How much of the plane lies under a pixel along x and y: of the map; of the surface at the camera's distance, so that
/// it stays the same during a drag.
PlanePoint map_pixel(const Session& session, const ViewFrame& frame);
PlanePoint surface_pixel(const Session& session, const ViewFrame& frame);
/// Of a curve: y has no influence, and is as x.
PlanePoint curve_pixel(const Session& session, const ViewFrame& frame);

/// The point with round coordinates nearest to `point`, about 12 design pixels apart.
PlanePoint snapped(const PlanePoint& point, const PlanePoint& pixel, const ViewFrame& frame);

}  // namespace thalweg
