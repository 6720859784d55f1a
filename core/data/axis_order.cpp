#include "core/data/axis_order.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace thalweg {
namespace {

bool all_finite(std::span<const double> numbers) {
    return std::ranges::all_of(numbers, [](double number) { return std::isfinite(number); });
}

/// The different coordinates, ascending, and which of them each one is.
void number_coordinates(std::span<const double> given, std::vector<double>& different,
                        std::vector<std::size_t>& numbers) {
    std::vector<std::size_t> order(given.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return given[i]; });
    const double tolerance = 1e-9 * (given[order.back()] - given[order.front()]);
    numbers.resize(given.size());
    for (const std::size_t i : order) {
        if (different.empty() || given[i] > different.back() + tolerance) different.push_back(given[i]);
        numbers[i] = different.size() - 1;
    }
}

}  // namespace

std::expected<AxisOrder, std::string> order_axis(std::span<const double> coordinates, char axis) {
    if (!all_finite(coordinates)) return std::unexpected(fmt::format("has {} coordinates that are no numbers", axis));
    AxisOrder order;
    order.from.resize(coordinates.size());
    std::iota(order.from.begin(), order.from.end(), std::size_t{0});
    order.is_identity = std::ranges::is_sorted(coordinates);
    if (!order.is_identity) std::ranges::stable_sort(order.from, {}, [&](std::size_t i) { return coordinates[i]; });
    for (const std::size_t i : order.from) order.coordinates.push_back(coordinates[i]);
    const auto twice = std::ranges::adjacent_find(order.coordinates);
    if (twice != order.coordinates.end()) {
        return std::unexpected(fmt::format("has the {} coordinate {} twice", axis, *twice));
    }
    return order;
}

std::expected<Nodes, std::string> find_grid(std::span<const double> x, std::span<const double> y) {
    constexpr std::size_t fewest = 4;
    if (x.size() < fewest) return std::unexpected(fmt::format("has {} points; a grid has at least 4", x.size()));
    if (!all_finite(x) || !all_finite(y)) return std::unexpected("has coordinates that are no numbers");
    Nodes nodes;
    number_coordinates(x, nodes.x, nodes.columns);
    number_coordinates(y, nodes.y, nodes.rows);
    const std::size_t width = nodes.x.size(), height = nodes.y.size();
    // A grid that is half full has at most twice as many nodes as there are points.
    if (width < 2 || height < 2 || width > 2 * x.size() / height) {
        return std::unexpected(fmt::format(
            "has {} points that do not lie on a grid: they have {} different x and {} different y, and at least half "
            "of the nodes must be there",
            x.size(), width, height));
    }
    std::vector<bool> taken(width * height, false);
    for (std::size_t i = 0; i < x.size(); ++i) {
        const std::size_t node = nodes.rows[i] * width + nodes.columns[i];
        if (taken[node]) return std::unexpected(fmt::format("has the point ({}, {}) twice", x[i], y[i]));
        taken[node] = true;
    }
    return nodes;
}

}  // namespace thalweg
