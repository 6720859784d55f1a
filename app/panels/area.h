#pragma once

namespace thalweg {

/// A rectangle of the window in pixels.
struct Area {
    float x = 0, y = 0, width = 0, height = 0;
    bool contains(double px, double py) const { return px >= x && py >= y && px < x + width && py < y + height; }
    bool operator==(const Area&) const = default;
};

}  // namespace thalweg
