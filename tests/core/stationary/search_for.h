#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "core/stationary/stationary.h"

namespace thalweg {

/// A typed formula as a surface (or a curve) with all parameters 1.
inline FormulaLandscape landscape_of(std::string_view text, int dimensions = 2) {
    auto formula = Formula::parse(text);
    if (!formula) ADD_FAILURE() << text << ": " << formula.error().message;
    std::vector<double> parameters(formula->parameters().size(), 1.0);
    return {*std::move(formula), std::move(parameters), dimensions};
}

inline StationaryReport search_for(std::string_view text, const Box& box, const StationarySettings& settings = {}) {
    return find_stationary_points(landscape_of(text), box, settings);
}

/// How many of the points are of that class.
inline std::ptrdiff_t count(const StationaryReport& report, StationaryClass kind) {
    return std::ranges::count(report.points, kind, &StationaryPoint::kind);
}

/// Whether a report accounts for a place: one of its points is there (within `distance`), or an undecided region.
inline bool knows(const StationaryReport& report, double x, double y, double distance) {
    for (const StationaryPoint& p : report.points) {
        if (std::abs(p.x - x) <= distance && std::abs(p.y - y) <= distance) return true;
    }
    for (const UndecidedRegion& region : report.undecided) {
        const Box& b = region.box;
        const Box grown{b.x0 - distance, b.x1 + distance, b.y0 - distance, b.y1 + distance};
        if (grown.contains(x, y)) return true;
    }
    return false;
}

}  // namespace thalweg
