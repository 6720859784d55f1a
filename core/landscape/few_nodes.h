#pragma once

#include <vector>

namespace thalweg {

/// Adds nodes to axes of a grid that have only two or three, so that every axis has at least four; the values at them
/// are those of the line or the parabola through the others, which the cubic through all four then is. Values that need
/// a NaN are NaN. x, y: strictly ascending, at least two of each; values: y.size() rows of x.size().
void raise_to_four_nodes(std::vector<double>& x, std::vector<double>& y, std::vector<double>& values);

}  // namespace thalweg
