#pragma once

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "core/data/array_file.h"
#include "core/data/grid_data.h"

namespace thalweg {

/// What a file of numbers may be shown as.
struct FileContent {
    std::vector<std::string> grids;  ///< names of the arrays that may be grids, the likeliest first; one nameless
                                     ///< array is listed as ""
    bool trajectory = false;         ///< it may be read as a trajectory
};

/// Looks at a .csv, .npy, .npz or HDF5 file, opened by open_arrays. The error is a sentence without its subject, the
/// file.
std::expected<FileContent, std::string> look_into(const ArrayFile& file);

/// Reads one array as a grid; array "": the likeliest. What is understood:
///   - a matrix: the first row at the lowest y; coordinates are those of one-dimensional arrays called x and y (or
///     xcoordinates, xs, …) or of their meshgrids, of a .csv's first line and column if its corner is no number, and
///     otherwise the numbers of columns and rows;
///   - columns x, y and values, in any order of lines; missing nodes are holes. Three columns without names are that
///     if they fill a grid, and otherwise a matrix;
///   - HDF5 as written by the project loss-landscape (Li et al., 2018, "Visualizing the Loss Landscape of Neural
///     Nets"): its arrays are filled in the order of numpy's ravelled meshgrid and so are read as (ny, nx) whatever
///     shape they declare; -1 is a hole.
/// Coordinates are brought into ascending order. Values that are not finite, or beyond 1e300, are holes.
/// The error is a sentence without its subject, the file: "holds complex numbers; save their real part …".
std::expected<GridData, std::string> read_grid(const ArrayFile& file, std::string_view array = "");

/// Reads a trajectory: columns or arrays x, y and perhaps loss; two or three columns without names; or
/// proj_xcoord and proj_ycoord of the project loss-landscape.
std::expected<TrajectoryData, std::string> read_trajectory(const ArrayFile& file);

}  // namespace thalweg
