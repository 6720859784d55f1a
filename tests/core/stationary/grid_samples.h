#pragma once

#include <functional>
#include <vector>

#include "core/landscape/grid_landscape.h"

namespace thalweg {

inline std::vector<double> evenly(double from, double to, int count) {
    std::vector<double> nodes;
    for (int i = 0; i < count; ++i) nodes.push_back(from + (to - from) * i / (count - 1));
    return nodes;
}

/// A function sampled on the nodes.
inline GridLandscape sampled(const std::vector<double>& x, const std::vector<double>& y,
                             const std::function<double(double, double)>& f) {
    std::vector<double> values;
    for (const double row : y) {
        for (const double column : x) values.push_back(f(column, row));
    }
    return {x, y, values};
}

}  // namespace thalweg
