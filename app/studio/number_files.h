#pragma once

#include <string_view>

namespace thalweg {

/// Whether a file that begins like this may hold arrays of numbers: .npy, .npz, HDF5, or text whose lines are numbers
/// split by commas, semicolons, tabs or blanks, perhaps under a line of names (which may be all there is).
bool may_be_numbers(std::string_view head);

}  // namespace thalweg
