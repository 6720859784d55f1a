#pragma once

#include <vector>

#include "core/sampling/height_scale.h"

namespace thalweg {

/// Round numbers (1, 2, 5 times powers of ten) that divide [low, high] into about `count` parts; for axes.
std::vector<double> round_ticks(double low, double high, int count);

/// Values for level lines between low and high, about `count` of them, evenly spaced in height under the scale and as
/// round as that allows. Ascending. Every fourth is meant to be drawn stronger.
std::vector<double> level_values(const HeightScale& scale, double low, double high, int count);

}  // namespace thalweg
