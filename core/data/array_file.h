#pragma once

#include <cstddef>
#include <expected>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace thalweg {

/// One array of numbers in a file, before it is read.
struct ArrayInfo {
    std::string name;                ///< empty in files whose only array has none
    std::vector<std::size_t> shape;  ///< sizes of its dimensions, the last one changing fastest
    std::string problem;             ///< why it cannot be read ("holds complex numbers"); empty if it can

    std::size_t size() const;
    /// The shape without dimensions of size 1.
    std::vector<std::size_t> squeezed() const;
};

/// The arrays of numbers that a file holds, whatever its format.
class ArrayFile {
  public:
    virtual ~ArrayFile() = default;

    virtual std::span<const ArrayInfo> arrays() const = 0;

    /// All numbers of arrays()[index] in the order of its shape; array.problem must be empty. The error is a clause
    /// about the file ("ends in the middle of its numbers"). No memory is taken before the array's size has been found
    /// in keeping with the file's.
    virtual std::expected<std::vector<double>, std::string> read(std::size_t index) const = 0;

    /// "HDF5".
    virtual std::string_view format() const = 0;

    /// The array's index, or nothing.
    const ArrayInfo* find(std::string_view name) const;
};

/// Opens .npy, .npz, HDF5 or text with numbers; their contents tell which. The bytes must outlive what is returned.
/// The error is a sentence without subject, to be put behind the file's name: "is empty".
std::expected<std::unique_ptr<ArrayFile>, std::string> open_arrays(std::span<const std::byte> bytes);

// The formats, one by one.
std::expected<std::unique_ptr<ArrayFile>, std::string> open_npy(std::span<const std::byte> bytes);
std::expected<std::unique_ptr<ArrayFile>, std::string> open_npz(std::span<const std::byte> bytes);
std::expected<std::unique_ptr<ArrayFile>, std::string> open_hdf5(std::span<const std::byte> bytes);
std::expected<std::unique_ptr<ArrayFile>, std::string> open_text(std::span<const std::byte> bytes);

/// The product of the sizes; nothing when it is beyond what size_t holds.
bool multiply_sizes(std::span<const std::size_t> shape, std::size_t& product);

/// What to say of an array that is too large to be read.
std::string too_large(std::span<const std::size_t> shape);

/// "51 × 41".
std::string shape_words(std::span<const std::size_t> shape);

}  // namespace thalweg
