#pragma once

#include <string>
#include <vector>

namespace thalweg {

struct Tick {
    double value = 0.0;
    std::string text;
};

/// The marks of an axis. Deep in a zoom numbers would differ in their last digits only: then each tick tells its
/// distance from `base`, and base_text is to be shown once, "3.584428 +".
struct AxisTicks {
    std::vector<Tick> ticks;
    double base = 0.0;
    std::string base_text;  ///< empty: the ticks' texts are the values themselves
};

/// Ticks at round numbers that divide [low, high] into about `count` parts, with as many decimals as the distance
/// needs.
AxisTicks axis_ticks(double low, double high, int count);

}  // namespace thalweg
