#pragma once

namespace thalweg {

/// An axis-parallel rectangle of the xy-plane, [x0, x1] × [y0, y1]; valid when x0 < x1, y0 < y1 and all are finite.
struct Box {
    double x0 = -5.0, x1 = 5.0, y0 = -5.0, y1 = 5.0;

    double width() const { return x1 - x0; }
    double height() const { return y1 - y0; }
    bool contains(double x, double y) const { return x >= x0 && x <= x1 && y >= y0 && y <= y1; }
    bool operator==(const Box&) const = default;
};

}  // namespace thalweg
