#include "core/data/array_file.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "core/data/grid_data.h"

namespace thalweg {
namespace {

bool starts_with(std::span<const std::byte> bytes, std::string_view magic) {
    return bytes.size() >= magic.size() &&
           std::equal(magic.begin(), magic.end(), bytes.begin(), [](char c, std::byte b) {
               return static_cast<unsigned char>(c) == std::to_integer<unsigned char>(b);
           });
}

/// HDF5 files may begin with a block of the user's, of 512, 1024, 2048 … bytes.
bool is_hdf5(std::span<const std::byte> bytes) {
    constexpr std::string_view magic = "\x89HDF\r\n\x1a\n";
    if (starts_with(bytes, magic)) return true;
    for (std::size_t at = 512; at < bytes.size(); at *= 2) {
        if (starts_with(bytes.subspan(at), magic)) return true;
    }
    return false;
}

bool is_text(std::span<const std::byte> bytes) {
    constexpr std::size_t enough = 4096;
    const auto control = [](std::byte b) {
        return b < std::byte{32} && b != std::byte{'\t'} && b != std::byte{'\n'} && b != std::byte{'\r'};
    };
    return std::ranges::none_of(bytes.first(std::min(enough, bytes.size())), control);
}

}  // namespace

std::size_t ArrayInfo::size() const {
    std::size_t product = 0;
    return multiply_sizes(shape, product) ? product : static_cast<std::size_t>(-1);
}

std::vector<std::size_t> ArrayInfo::squeezed() const {
    std::vector<std::size_t> sizes = shape;
    std::erase(sizes, std::size_t{1});
    return sizes;
}

const ArrayInfo* ArrayFile::find(std::string_view name) const {
    const auto all = arrays();
    const auto found = std::ranges::find(all, name, &ArrayInfo::name);
    return found == all.end() ? nullptr : &*found;
}

std::expected<std::unique_ptr<ArrayFile>, std::string> open_arrays(std::span<const std::byte> bytes) {
    if (bytes.empty()) return std::unexpected("is empty");
    if (starts_with(bytes, "\x93NUMPY")) return open_npy(bytes);
    if (starts_with(bytes, "PK\x03\x04") || starts_with(bytes, "PK\x05\x06")) return open_npz(bytes);
    if (is_hdf5(bytes)) return open_hdf5(bytes);
    if (is_text(bytes)) return open_text(bytes);
    return std::unexpected("is none of .csv, .npy, .npz and HDF5; save the numbers in one of these");
}

bool multiply_sizes(std::span<const std::size_t> shape, std::size_t& product) {
    product = 1;
    bool fits = true;
    for (const std::size_t size : shape) fits &= !__builtin_mul_overflow(product, size, &product);
    // A size of zero makes the product zero, whatever the others.
    const bool none = std::ranges::find(shape, std::size_t{0}) != shape.end();
    if (none) product = 0;
    return fits || none;
}

std::string too_large(std::span<const std::size_t> shape) {
    return fmt::format("claims {} numbers; at most {} million are read", shape_words(shape), most_nodes / 1'000'000);
}

std::string shape_words(std::span<const std::size_t> shape) {
    return shape.empty() ? "1" : fmt::format("{}", fmt::join(shape, " × "));
}

}  // namespace thalweg
