#include "core/sampling/height_scale.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

namespace thalweg {
namespace {

/// Ranges are computed as differences, so values are kept where a difference cannot overflow.
constexpr double largest_value = std::numeric_limits<double>::max() / 4;

/// Quantiles come from this many values at most, so that fitting costs little in every frame of a drag. Prime, so that
/// the picks do not fall on the same few columns of a grid.
constexpr std::size_t quantile_sample = 16381;

/// A range this small against the values themselves is rounding, not landscape (some 450 units in the last place).
constexpr double rounding_range = 1e-13;

/// Finite values only: their extremes, and an ordered sample for quantiles.
struct Distribution {
    double minimum = 0.0, maximum = 0.0;
    bool below_range = false, above_range = false;  ///< −∞ or +∞ among the values
    std::vector<double> sample;

    double quantile(double p) const {
        return sample[static_cast<std::size_t>(p * static_cast<double>(sample.size() - 1))];
    }
};

Distribution distribution(std::span<const double> values) {
    Distribution d;
    std::size_t finite = 0;
    for (const double f : values) {
        if (std::isfinite(f)) {
            const double v = std::clamp(f, -largest_value, largest_value);
            d.minimum = finite == 0 ? v : std::min(d.minimum, v);
            d.maximum = finite == 0 ? v : std::max(d.maximum, v);
            ++finite;
        } else if (!std::isnan(f)) {
            (f < 0 ? d.below_range : d.above_range) = true;
        }
    }
    const std::size_t picks = std::min(values.size(), quantile_sample);
    d.sample.reserve(picks + 2);
    for (std::size_t i = 0; i < picks; ++i) {
        const double f = values[i * values.size() / picks];
        if (std::isfinite(f)) d.sample.push_back(std::clamp(f, -largest_value, largest_value));
    }
    // The extremes belong to the sample even when the picks missed every finite value.
    d.sample.push_back(d.minimum);
    d.sample.push_back(d.maximum);
    std::ranges::sort(d.sample);
    return d;
}

bool flat(double low, double high) {
    const double size = std::max(std::abs(low), std::abs(high));
    return high - low <= std::max(rounding_range * size, std::numeric_limits<double>::min());
}

double logarithmic_knee(const Distribution& d) {
    const double range = d.maximum - d.minimum;
    // A floor, so that plateaus at the lowest value do not make a knee of nothing. Where most values lie below it, as
    // those of exp(x y), it is none of theirs, and the lower three quarters have one of their own.
    constexpr double share = 1e-6;
    double floor = share * range;
    const double lower_range = d.quantile(0.75) - d.minimum;
    if (d.quantile(0.5) - d.minimum < floor && lower_range > rounding_range * range) floor = share * lower_range;
    const auto above = std::ranges::upper_bound(d.sample, d.minimum + floor);
    return *(above + (d.sample.end() - above) / 100) - d.minimum;
}

}  // namespace

double HeightScale::height(double f) const {
    switch (kind) {
        case HeightScaleKind::logarithmic: {
            const double distance = std::log1p(std::abs(f - low) / knee) / std::log1p((high - low) / knee);
            return std::copysign(distance, f - low);
        }
        case HeightScaleKind::clipped:
            return std::clamp((f - low) / (high - low), 0.0, 1.0);
        case HeightScaleKind::linear:
            break;
    }
    return (f - low) / (high - low);
}

double HeightScale::slope(double f) const {
    switch (kind) {
        case HeightScaleKind::logarithmic:
            return 1.0 / ((knee + std::abs(f - low)) * std::log1p((high - low) / knee));
        case HeightScaleKind::clipped:
            if (f < low || f > high) return 0.0;
            break;
        case HeightScaleKind::linear:
            break;
    }
    return 1.0 / (high - low);
}

double HeightScale::value(double h) const {
    if (kind == HeightScaleKind::logarithmic) {
        const double distance = knee * std::expm1(std::abs(h) * std::log1p((high - low) / knee));
        return low + std::copysign(distance, h);
    }
    return low + h * (high - low);
}

HeightScale fit_height_scale(HeightScaleKind kind, std::span<const double> values) {
    const Distribution d = distribution(values);
    HeightScale scale{.kind = kind, .low = d.minimum, .high = d.maximum};
    if (kind == HeightScaleKind::clipped) {
        const double q05 = d.quantile(0.05), q95 = d.quantile(0.95), middle = q95 - q05;
        // Where poles go both ways, neither is worth more room than the other.
        const bool both_ways = d.minimum < q05 - middle && d.maximum > q95 + middle;
        const double cut = both_ways ? q05 : std::max(d.minimum, q05 - middle);
        if (!flat(cut, q95)) scale = {.kind = kind, .low = cut, .high = q95};
    }
    if (flat(scale.low, scale.high)) {
        const double middle = scale.low + (scale.high - scale.low) / 2;
        const double half = std::max(0.5, 1e-9 * std::abs(middle));
        return {.kind = kind, .low = middle - half, .high = middle + half};
    }
    if (kind == HeightScaleKind::logarithmic) scale.knee = logarithmic_knee(d);
    return scale;
}

HeightScaleKind choose_height_scale(std::span<const double> values) {
    const Distribution d = distribution(values);
    if (flat(d.minimum, d.maximum)) return HeightScaleKind::linear;

    const double q05 = d.quantile(0.05), median = d.quantile(0.5), q95 = d.quantile(0.95);
    // Poles: −∞ met, the lowest values far beyond the lowest thousandth, or long tails on both sides. (A narrow well
    // that the samples resolve, as Easom's, is no pole: its lowest thousandth lies near its bottom.)
    const bool pole_below = d.below_range || median - d.minimum > 8 * (median - d.quantile(0.001));
    const double tail_above = d.maximum - q95, tail_below = q05 - d.minimum;
    const bool poles_both_ways = std::min(tail_above, tail_below) > 4 * (q95 - q05) &&
                                 std::max(tail_above, tail_below) < 10 * std::min(tail_above, tail_below);
    if (q05 < q95 && (pole_below || poles_both_ways)) return HeightScaleKind::clipped;

    if (d.minimum < median && median - d.minimum < (d.maximum - d.minimum) / 15) return HeightScaleKind::logarithmic;
    return d.above_range && q05 < q95 ? HeightScaleKind::clipped : HeightScaleKind::linear;
}

}  // namespace thalweg
