#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace thalweg {

/// An array as numpy keeps it, by rows.
struct NumpyArray {
    std::string name;
    std::vector<std::size_t> shape;
    std::string_view descr;  ///< numpy's word for the elements: "<f8", "<i8", "|S10"
    std::string bytes;       ///< all elements
};

NumpyArray numpy_array(std::string name, std::vector<std::size_t> shape, std::span<const double> values);

/// The bytes of a .npy file, version 1.0.
std::string to_npy(const NumpyArray& array);

/// The bytes of a .npz file: a zip archive of .npy files, stored as they are. Names and arrays must fit a zip file
/// without extensions: less than 4 GiB in all, or std::length_error.
std::string to_npz(std::span<const NumpyArray> arrays);

}  // namespace thalweg
