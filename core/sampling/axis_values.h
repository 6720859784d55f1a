#pragma once

#include <vector>

#include "core/sampling/height_scale.h"

namespace thalweg {

/// round_ticks(), but at least two where finer steps give them: a lone number tells no scale.
std::vector<double> axis_values(double low, double high, int count);

/// level_values() of the whole scale, likewise.
std::vector<double> axis_values(const HeightScale& scale, int count);

}  // namespace thalweg
