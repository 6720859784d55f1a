#include "core/sampling/axis_values.h"

#include <algorithm>
#include <utility>

#include "core/sampling/levels.h"

namespace thalweg {
namespace {

/// Finer than this no range needs to be divided for two round numbers, unless it has none.
constexpr int finest = 16;

template <class Values>
std::vector<double> at_least_two(int count, const Values& values_of) {
    std::vector<double> values = values_of(count);
    for (int finer = count + 1; values.size() < 2 && finer <= std::max(count, finest); ++finer) {
        std::vector<double> more = values_of(finer);
        if (more.size() > values.size()) values = std::move(more);
    }
    return values;
}

}  // namespace

std::vector<double> axis_values(double low, double high, int count) {
    if (count < 1) return {};
    return at_least_two(count, [&](int parts) { return round_ticks(low, high, parts); });
}

std::vector<double> axis_values(const HeightScale& scale, int count) {
    if (count < 1) return {};
    return at_least_two(count, [&](int parts) { return level_values(scale, scale.low, scale.high, parts); });
}

}  // namespace thalweg
