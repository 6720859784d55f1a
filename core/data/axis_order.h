#pragma once

#include <cstddef>
#include <expected>
#include <span>
#include <string>
#include <vector>

namespace thalweg {

/// Coordinates in ascending order, and where each of them stood.
struct AxisOrder {
    std::vector<double> coordinates;  ///< strictly ascending
    std::vector<std::size_t> from;    ///< coordinates[i] was given as number from[i]
    bool is_identity = true;
};

/// Sorts coordinates that are all finite and different. axis: 'x' or 'y', for the error, which is a clause about the
/// file ("has the x coordinate 0.5 twice").
std::expected<AxisOrder, std::string> order_axis(std::span<const double> coordinates, char axis);

/// Points of the plane as nodes of a grid.
struct Nodes {
    std::vector<double> x, y;                ///< ascending
    std::vector<std::size_t> columns, rows;  ///< of each point
};

/// The grid on whose nodes the points lie: at least half of its nodes, at most one point on each. Coordinates that
/// differ by less than a billionth of their range are the same. The error says why there is none.
std::expected<Nodes, std::string> find_grid(std::span<const double> x, std::span<const double> y);

}  // namespace thalweg
