#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace thalweg {

/// Values on a rectangular grid of the plane: of a loss, most often, along two directions.
struct GridData {
    std::vector<double> x, y;    ///< coordinates of columns and rows, strictly ascending and finite; at least 2 of each
    std::vector<double> values;  ///< y.size() rows of x.size() values; NaN is a hole, all others are finite
    std::size_t holes = 0;       ///< how many of the values are NaN; at least one is not
    std::string array;           ///< which of the file's arrays this is; empty where arrays have no names
    std::string understood;      ///< one sentence: what was found in the file
};

/// The places that some descent went through, in order.
struct TrajectoryData {
    std::vector<double> x, y;  ///< as many of each, at least one, finite
    std::vector<double> loss;  ///< the true loss at each place, NaN where unknown; or empty
    std::string understood;    ///< one sentence: what was found in the file
};

/// The largest grid that is read: 8192 × 8192 nodes.
inline constexpr std::size_t most_nodes = std::size_t{8192} * 8192;
/// The longest trajectory that is read.
inline constexpr std::size_t most_places = 1'000'000;

}  // namespace thalweg
