#pragma once

#include <array>

#include "core/calculus/box.h"
#include "core/formula/interval.h"

namespace thalweg {

enum class Axis { x, y };

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

    const Interval& side(Axis axis) const { return axis == Axis::x ? x : y; }
    double length(Axis axis) const { return axis == Axis::x ? width() : height(); }
    Axis longer() const { return width() >= height() ? Axis::x : Axis::y; }
    /// The same with another side along one axis.
    Rectangle with(Axis axis, const Interval& range) const {
        return axis == Axis::x ? Rectangle{range, y} : Rectangle{x, range};
    }
    /// Both parts on either side of a cut across one axis.
    std::array<Rectangle, 2> split(Axis axis, double at) const {
        const Interval& range = side(axis);
        return {with(axis, {range.lower, at}), with(axis, {at, range.upper})};
    }
};

inline Rectangle hull(const Rectangle& a, const Rectangle& b) {
    return {hull(a.x, b.x), hull(a.y, b.y)};
}
inline Rectangle intersection(const Rectangle& a, const Rectangle& b) {
    return {intersection(a.x, b.x), intersection(a.y, b.y)};
}

}  // namespace thalweg
