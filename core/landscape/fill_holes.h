#pragma once

#include <cstddef>
#include <span>

namespace thalweg {

/// Gives every NaN of a matrix (rows of `columns` values) a number that continues its surroundings: straight on for the
/// first few nodes, level after that. At least one value must be a number.
void fill_holes(std::span<double> values, std::size_t columns);

}  // namespace thalweg
