#include "app/panels/chart_axis.h"

#include <algorithm>
#include <cmath>

#include "app/scene/number_format.h"
#include "core/sampling/axis_values.h"

namespace thalweg {

double ChartAxis::share(double value) const {
    if (!(high > low)) return 0;
    if (!logarithmic) return (value - low) / (high - low);
    if (!(value > 0)) return 0;
    return std::max(std::log(value / low) / std::log(high / low), 0.0);
}

double ChartAxis::value(double share) const {
    const double kept = std::clamp(share, 0.0, 1.0);
    return logarithmic ? low * std::pow(high / low, kept) : low + kept * (high - low);
}

namespace {

/// From lowest to highest, and a share of that beyond either end.
ChartAxis widened(double lowest, double highest, double share) {
    // The ends stay so far apart that their distance is a number.
    constexpr double farthest = 5e307;
    lowest = std::clamp(lowest, -farthest, farthest);
    highest = std::clamp(highest, -farthest, farthest);
    const double margin = highest > lowest ? share * (highest - lowest) : std::max(0.5 * std::abs(highest), 0.5);
    return {lowest - margin, highest + margin, false};
}

}  // namespace

ChartAxis axis_around(std::span<const double> numbers) {
    const auto [lowest, highest] = std::ranges::minmax(numbers);
    return widened(lowest, highest, 0.12);
}

ChartAxis fit_axis(double lowest, double highest, double smallest, bool logarithmic) {
    if (!std::isfinite(lowest) || !std::isfinite(highest)) return {0, 1, false};
    if (logarithmic && smallest > 0 && highest > 0) {
        const double top = std::clamp(std::ceil(std::log10(highest)), -290.0, 308.0);
        const double foot = std::clamp(std::floor(std::log10(smallest)), top - 16, top - 1);
        return {std::pow(10, foot), std::pow(10, top), true};
    }
    return widened(lowest, highest, 0.05);
}

std::string power_of_ten(int exponent) {
    if (exponent == 0) return "1";
    if (exponent == 1) return "10";
    return "10" + superscript(exponent);
}

std::vector<ChartTick> ticks(const ChartAxis& axis, int count) {
    if (!axis.own_ticks.empty()) return axis.own_ticks;
    std::vector<ChartTick> result;
    if (!axis.logarithmic) {
        for (const double value : axis_values(axis.low, axis.high, count)) {
            if (value >= axis.low && value <= axis.high) result.push_back({value, format_number(value)});
        }
        return result;
    }
    const int first = static_cast<int>(std::lround(std::log10(axis.low)));
    const int last = static_cast<int>(std::lround(std::log10(axis.high)));
    const int stride = std::max((last - first + count - 1) / std::max(count, 1), 1);
    for (int exponent = last; exponent >= first; exponent -= stride) {
        result.push_back({std::pow(10, exponent), power_of_ten(exponent)});
    }
    return result;
}

}  // namespace thalweg
