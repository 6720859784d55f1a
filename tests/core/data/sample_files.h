#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/data/array_file.h"
#include "core/data/file_bytes.h"
#include "core/data/grid_file.h"

namespace thalweg {

/// Files of tests/data/grids, which numpy and h5py wrote (make_grids.py).
inline std::vector<std::byte> sample(const std::string& name) {
    const auto file = FileBytes::read(std::filesystem::path(THALWEG_TEST_DATA) / "grids" / name);
    if (!file) ADD_FAILURE() << file.error();
    return file ? std::vector(file->bytes().begin(), file->bytes().end()) : std::vector<std::byte>{};
}

inline std::span<const std::byte> bytes_of(std::string_view text) {
    return std::as_bytes(std::span(text));
}

inline std::expected<GridData, std::string> grid_in(std::span<const std::byte> bytes, std::string_view array = "") {
    const auto file = open_arrays(bytes);
    return file ? read_grid(**file, array) : std::unexpected(file.error());
}

inline std::expected<TrajectoryData, std::string> trajectory_in(std::span<const std::byte> bytes) {
    const auto file = open_arrays(bytes);
    return file ? read_trajectory(**file) : std::unexpected(file.error());
}

/// Why there is no grid to be read; empty if there is one.
inline std::string grid_error(std::span<const std::byte> bytes, std::string_view array = "") {
    const auto grid = grid_in(bytes, array);
    return grid ? "" : grid.error();
}
inline std::string grid_error(const std::string& name, std::string_view array = "") {
    return grid_error(sample(name), array);
}

}  // namespace thalweg
