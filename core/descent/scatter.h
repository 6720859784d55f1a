#pragma once

#include <array>
#include <vector>

#include "core/calculus/box.h"

namespace thalweg {

/// How starts are scattered.
enum class Scatter {
    uniform,   ///< over the whole box
    gaussian,  ///< about a point, with standard deviations that are shares of the box's sides
};

struct ScatterSettings {
    Scatter scatter = Scatter::uniform;
    int count = 500;
    double spread = 0.12;     ///< of gaussian: the standard deviation along each side, as a share of it
    double x = 0.0, y = 0.0;  ///< of gaussian: the mean
    int seed = 1;
};

/// Seeded starts: the same settings give the same ones in every run; more starts begin with the fewer ones.
std::vector<std::array<double, 2>> scattered_starts(const ScatterSettings& settings, const Box& box);

}  // namespace thalweg
