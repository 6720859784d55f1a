#pragma once

namespace thalweg {

/// A point of the xy-plane, in the landscape's own coordinates.
struct PlanePoint {
    double x = 0, y = 0;
};

/// A point of a view's picture, in pixels from its upper left corner.
struct PixelPoint {
    double x = 0, y = 0;
};

}  // namespace thalweg
