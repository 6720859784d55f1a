#pragma once

#include <functional>
#include <span>
#include <vector>

namespace thalweg {

/// The level lines as a table that shaders read: for each of `level_table_size` equal bins of heights 0..1, the nearest
/// level as three numbers: its height, its strength (1: every fourth, drawn stronger; else 0) and the distance to the
/// next level. Lines can so be found at any spacing, and exactly.
inline constexpr int level_table_size = 1024;

/// values: the levels, ascending. height: from value to 0..1, monotone; levels outside are left out.
std::vector<float> level_table(std::span<const double> values, const std::function<double(double)>& height);

/// Which of the levels are drawn stronger: every fourth. Where levels are equally spaced these are multiples of four
/// spacings, so that they stay when the range moves.
std::vector<bool> strong_levels(std::span<const double> values);

}  // namespace thalweg
