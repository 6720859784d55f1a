#pragma once

#include <string_view>

#include "core/data/array_file.h"

namespace thalweg {

/// Arrays are known by their names, of which people use many for the same thing. nullptr if there is none.

/// Coordinates along x ('x') or y ('y'): "x", "xs", "xcoordinates", "proj_xcoord", "x_grid", "X" …
const ArrayInfo* find_coordinates(const ArrayFile& file, char axis);
bool is_coordinates(std::string_view name, char axis);

/// True losses along a trajectory: "loss", "train_loss", "f", "z" …
const ArrayInfo* find_losses(const ArrayFile& file);

/// How likely an array of that name is what one wants to see as a surface: the smaller, the likelier.
int likelihood_rank(std::string_view name);

}  // namespace thalweg
