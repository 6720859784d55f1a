#pragma once

#include <cstddef>
#include <expected>
#include <string>
#include <vector>

#include "core/data/array_file.h"

namespace thalweg {

/// Where the nodes of a grid lie, before its values are put in their places.
struct Layout {
    std::size_t columns = 0, rows = 0;
    std::vector<double> x, y;  ///< as they stand in the file; empty: the numbers of columns and rows
    bool transposed = false;   ///< values are by columns
    bool unfilled = false;     ///< -1 is a hole
    std::string words;         ///< where the coordinates came from
};

/// Whether a file is laid out as the project loss-landscape (Li et al., 2018) does it.
bool is_from_loss_landscape(const ArrayFile& file);

/// All numbers of one of the file's own arrays; the error names it.
std::expected<std::vector<double>, std::string> read_array(const ArrayFile& file, const ArrayInfo& info);

/// Where the values of a matrix lie, or those of an array of a file from loss-landscape. The error is a clause.
std::expected<Layout, std::string> layout_of(const ArrayFile& file, const ArrayInfo& info);

}  // namespace thalweg
