#pragma once

#include <span>
#include <string>
#include <vector>

namespace thalweg {

struct ChartTick {
    double value = 0;
    std::string words;
};

/// One axis of a chart: values from `low` to `high` as shares 0..1 of its length.
struct ChartAxis {
    double low = 0, high = 1;
    bool logarithmic = false;
    std::vector<ChartTick> own_ticks = {};  ///< of values that are drawn in other terms than read; empty: round numbers

    /// Values at or below 0 lie at the foot of a logarithmic axis.
    double share(double value) const;
    /// The value at a share of its length, kept on it.
    double value(double share) const;
};

/// An axis for marks at these finite numbers, one at least: all of them with room on either side.
ChartAxis axis_around(std::span<const double> numbers);

/// The axis that shows values from lowest to highest. A logarithmic one covers whole powers of ten, at most 16 of them
/// below the highest: what a double can tell apart from 0 beside it. `smallest` is the smallest positive value.
ChartAxis fit_axis(double lowest, double highest, double smallest, bool logarithmic);

/// About `count` ticks with their numbers; powers of ten on a logarithmic axis; its own where it has some.
std::vector<ChartTick> ticks(const ChartAxis& axis, int count);

/// "10⁻⁶".
std::string power_of_ten(int exponent);

}  // namespace thalweg
