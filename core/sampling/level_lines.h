#pragma once

#include <array>
#include <functional>
#include <span>
#include <vector>

#include "core/calculus/box.h"

namespace thalweg {

/// A line on which a function has one value, as points (x, y) in order; closed when the last equals the first.
using LevelLine = std::vector<std::array<double, 2>>;

/// The lines g = level inside a box, from samples at the nodes of a regular grid as SurfaceGrid holds them (by
/// rows, NaN where undefined; cells with such a corner are left out). Wherever the line crosses a grid line, the
/// crossing is found from g itself, in at most `steps` evaluations, so that the lines are as exact as g and
/// only their chords depend on the grid. Features smaller than a cell can be missed.
/// Source: marching squares, ambiguous cells decided by g at their middle.
std::vector<LevelLine> level_lines(const Box& box, int columns, int rows, std::span<const double> samples, double level,
                                   const std::function<double(double x, double y)>& g, int steps = 40);

}  // namespace thalweg
