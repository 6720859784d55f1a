#pragma once

#include <algorithm>
#include <cmath>

#include "core/landscape/training.h"

namespace thalweg {

/// How many nodes a side of a picture's grid may have, of those wanted: all, but where the landscape is a mean over so
/// many samples that a picture would take longer than a frame. Slopes are exact at the nodes there are.
inline int affordable_side(const Landscape& landscape, int wanted) {
    constexpr double sample_losses = 2e7;
    constexpr int least = 64;
    const double side = std::sqrt(sample_losses / static_cast<double>(cost(landscape)));
    return std::min(wanted, std::max(static_cast<int>(std::min(side, 1e6)), least));
}

}  // namespace thalweg
