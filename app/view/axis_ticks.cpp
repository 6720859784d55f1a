#include "app/view/axis_ticks.h"

#include <algorithm>
#include <cmath>

#include "app/scene/number_format.h"
#include "core/sampling/axis_values.h"

namespace thalweg {
namespace {

/// Ticks with more digits than this behind the first common one are written relative to a base.
constexpr int most_digits = 5;
constexpr int most_decimals = 4;

int decimals_of(double step) {
    return std::max(0, static_cast<int>(std::ceil(-std::log10(step) - 1e-9)));
}

}  // namespace

AxisTicks axis_ticks(double low, double high, int count) {
    AxisTicks axis;
    const std::vector<double> values = axis_values(low, high, count);
    if (values.size() < 2) {
        for (const double value : values) axis.ticks.push_back({value, format_number(value)});
        return axis;
    }
    const double step = values[1] - values[0];
    const double largest = std::max(std::abs(values.front()), std::abs(values.back()));
    const int digits = static_cast<int>(std::ceil(std::log10(largest / step + 1.0) - 1e-9)) + 1;
    if (digits > most_digits) {
        axis.base = values[values.size() / 2];
        axis.base_text = format_number(axis.base, std::min(digits, 15)) + " +";
    }
    const int decimals = decimals_of(step);
    for (const double value : values) {
        // Rounded to the step, since differences carry the rounding of what they are taken of.
        const double shown = std::round((value - axis.base) / step) * step;
        const bool plain = decimals <= most_decimals && std::abs(shown) < 1e5;
        axis.ticks.push_back({value, plain ? format_fixed(shown, decimals) : format_number(shown)});
    }
    return axis;
}

}  // namespace thalweg
