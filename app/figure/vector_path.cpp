#include "app/figure/vector_path.h"

#include <cmath>
#include <cstddef>

namespace thalweg {

void VectorPath::polyline(std::span<const FigurePoint> points, bool closed) {
    if (points.size() < 2) return;
    move(points.front());
    for (const FigurePoint& point : points.subspan(1)) line(point);
    if (closed) close();
}

void VectorPath::rectangle(FigurePoint low, FigurePoint high) {
    polyline(std::array<FigurePoint, 4>{{low, {high.x, low.y}, high, {low.x, high.y}}}, true);
}

void VectorPath::ellipse(FigurePoint middle, double radius_x, double radius_y) {
    // Four cubic curves; their handles reach 4/3·(√2 − 1) of the radius.
    constexpr double reach = 0.5522847498307936;
    const auto at = [&](double x, double y) { return FigurePoint{middle.x + radius_x * x, middle.y + radius_y * y}; };
    move(at(1, 0));
    constexpr std::array<std::array<double, 2>, 5> corners{{{1, 0}, {0, 1}, {-1, 0}, {0, -1}, {1, 0}}};
    for (std::size_t i = 0; i < 4; ++i) {
        const auto [ax, ay] = corners[i];
        const auto [bx, by] = corners[i + 1];
        pieces_.push_back(
            {Verb::curve, {at(ax + reach * bx, ay + reach * by), at(bx + reach * ax, by + reach * ay), at(bx, by)}});
    }
    close();
}

std::vector<FigurePoint> inset(std::span<const FigurePoint> polygon, double distance) {
    const std::size_t count = polygon.size();
    double area = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const FigurePoint &a = polygon[i], &b = polygon[(i + 1) % count];
        area += a.x * b.y - b.x * a.y;
    }
    const double inwards = area > 0 ? distance : -distance;
    struct Side {
        double nx, ny, offset;  ///< points with nx·x + ny·y = offset
    };
    std::vector<Side> sides;
    for (std::size_t i = 0; i < count; ++i) {
        const FigurePoint &a = polygon[i], &b = polygon[(i + 1) % count];
        const double length = std::hypot(b.x - a.x, b.y - a.y);
        const double nx = -(b.y - a.y) / length, ny = (b.x - a.x) / length;
        sides.push_back({nx, ny, nx * a.x + ny * a.y + inwards});
    }
    std::vector<FigurePoint> moved;
    for (std::size_t i = 0; i < count; ++i) {
        const Side &before = sides[(i + count - 1) % count], &after = sides[i];
        const double determinant = before.nx * after.ny - after.nx * before.ny;
        // In one line with its neighbours: there is no corner.
        if (std::abs(determinant) < 1e-9) {
            moved.push_back({polygon[i].x + inwards * after.nx, polygon[i].y + inwards * after.ny});
            continue;
        }
        moved.push_back({(before.offset * after.ny - after.offset * before.ny) / determinant,
                         (before.nx * after.offset - after.nx * before.offset) / determinant});
    }
    return moved;
}

}  // namespace thalweg
