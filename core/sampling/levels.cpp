#include "core/sampling/levels.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace thalweg {
namespace {

/// digit · 10^exponent, digit 1, 2 or 5.
struct RoundStep {
    int digit = 1;
    int exponent = 0;

    double size() const { return multiple(1.0); }

    /// k steps. Negative exponents divide by the (exact) power of ten: 3 · 0.1 is then 0.3, not 0.30000000000000004.
    double multiple(double k) const {
        const double power = std::pow(10.0, std::abs(exponent));
        return exponent < 0 ? k * digit / power : k * digit * power;
    }
};

/// The round step nearest in ratio to this size: between 1/√2.5 and √2.5 times it.
RoundStep step_near(double size) {
    // Below 1e-300 and above 1e300 the powers of ten themselves leave the number range.
    size = std::clamp(size, 1e-300, 1e300);
    const int exponent = static_cast<int>(std::floor(std::log10(size)));
    const double lead = size / RoundStep{1, exponent}.size();
    if (lead < std::sqrt(2.0)) return {1, exponent};
    if (lead < std::sqrt(10.0)) return {2, exponent};
    if (lead < std::sqrt(50.0)) return {5, exponent};
    return {1, exponent + 1};
}

/// The number in [low, high] that needs the fewest digits.
double roundest_between(double low, double high) {
    if (low <= 0.0 && high >= 0.0) return 0.0;
    // Ever coarser steps have ever fewer multiples in the interval; the last one found is the roundest.
    double best = low + (high - low) / 2;
    RoundStep step = step_near((high - low) / 10);
    for (;;) {
        const double multiple = step.multiple(std::ceil(low / step.size()));
        if (multiple < low || multiple > high) return best;
        best = multiple;
        if (step.size() >= 1e300) return best;
        step = step_near(step.size() * 2.2);
    }
}

bool is_range(double low, double high) {
    return std::isfinite(low) && std::isfinite(high) && low < high;
}

}  // namespace

std::vector<double> round_ticks(double low, double high, int count) {
    if (!is_range(low, high) || !std::isfinite(high - low) || count < 1) return {};
    const RoundStep step = step_near((high - low) / count);
    // Beyond 2^53 steps from zero neighbouring multiples are the same number; ranges near the ends of the number range
    // have no round step of their size.
    if (std::max(std::abs(low), std::abs(high)) / step.size() > 9e15 || (high - low) / step.size() > 3.0 * count)
        return {};
    const double first = std::ceil(low / step.size() - 1e-9), last = std::floor(high / step.size() + 1e-9);
    const int steps = static_cast<int>(last - first);
    std::vector<double> ticks;
    for (int i = 0; i <= steps; ++i) ticks.push_back(step.multiple(first + i) + 0.0);  // + 0.0 turns −0 into 0
    return ticks;
}

std::vector<double> level_values(const HeightScale& scale, double low, double high, int count) {
    if (!is_range(low, high) || count < 1) return {};
    if (scale.kind != HeightScaleKind::logarithmic) {
        // Where the whole range is clipped, lines of equal value still say more than none.
        const double inside_low = std::max(low, scale.low), inside_high = std::min(high, scale.high);
        const bool clipped = scale.kind == HeightScaleKind::clipped && inside_low < inside_high;
        return clipped ? round_ticks(inside_low, inside_high, count) : round_ticks(low, high, count);
    }

    const double from = scale.height(low), to = scale.height(high);
    const double spacing = (to - from) / count;
    std::vector<double> levels;
    for (int i = 0; i < count; ++i) {
        // Rounding may move a level by 0.3 spacings: neighbours stay at least 0.4 spacings apart.
        const double middle = from + (i + 0.5) * spacing;
        const double level = roundest_between(scale.value(middle - 0.3 * spacing), scale.value(middle + 0.3 * spacing));
        if (level > low && level < high && (levels.empty() || level > levels.back())) levels.push_back(level);
    }
    return levels;
}

}  // namespace thalweg
