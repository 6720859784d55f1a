#pragma once

#include <array>

#include "core/calculus/box.h"
#include "core/formula/interval.h"

namespace thalweg {

/// A closed axis-parallel piece of the plane that the search looks at, X × Y; finite.
struct Rectangle {
    Interval x, y;

    static Rectangle of(const Box& box) { return {{box.x0, box.x1}, {box.y0, box.y1}}; }
    static Rectangle point(double x, double y) { return {x, y}; }
    Box box() const { return {x.lower, x.upper, y.lower, y.upper}; }

    double width() const { return x.upper - x.lower; }
    double height() const { return y.upper - y.lower; }
    Rectangle middle() const { return point(x.middle(), y.middle()); }
    bool is_empty() const { return x.is_empty() || y.is_empty(); }

    bool contains(const Rectangle& r) const {
        return x.lower <= r.x.lower && r.x.upper <= x.upper && y.lower <= r.y.lower && r.y.upper <= y.upper;
    }
    bool contains_inside(const Rectangle& r) const {
        return x.lower < r.x.lower && r.x.upper < x.upper && y.lower < r.y.lower && r.y.upper < y.upper;
    }
    bool touches(const Rectangle& r) const {
        return x.lower <= r.x.upper && r.x.lower <= x.upper && y.lower <= r.y.upper && r.y.lower <= y.upper;
    }

    /// Grown by dx to the left and right, and by dy downward and upward.
    Rectangle grown(double dx, double dy) const { return {{x.lower - dx, x.upper + dx}, {y.lower - dy, y.upper + dy}}; }
    std::array<Rectangle, 2> split_x(double at) const { return {{{{x.lower, at}, y}, {{at, x.upper}, y}}}; }
    std::array<Rectangle, 2> split_y(double at) const { return {{{x, {y.lower, at}}, {x, {at, y.upper}}}}; }
};

inline Rectangle hull(const Rectangle& a, const Rectangle& b) {
    return {hull(a.x, b.x), hull(a.y, b.y)};
}
inline Rectangle intersection(const Rectangle& a, const Rectangle& b) {
    return {intersection(a.x, b.x), intersection(a.y, b.y)};
}

}  // namespace thalweg
