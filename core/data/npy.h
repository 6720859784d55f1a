#pragma once

#include <cstddef>
#include <expected>
#include <span>
#include <string>
#include <vector>

namespace thalweg {

/// What stands before the numbers of a .npy file (versions 1 to 3 of numpy.lib.format).
struct NpyHeader {
    char kind = 'f';            ///< numpy's letter: f, i, u, b; others are named in `problem`
    std::size_t item_size = 8;  ///< bytes of one number
    bool big_endian = false;
    bool fortran_order = false;  ///< the first index changes fastest
    std::vector<std::size_t> shape;
    std::size_t length = 0;  ///< of the header, in bytes: the numbers begin there
    std::string problem;     ///< why such numbers cannot be read; empty if they can
};

/// The longest header that is read, in bytes; numpy itself stops at 10,000.
inline constexpr std::size_t longest_npy_header = 65'536;

/// The error is a clause: "ends in the middle of its header".
std::expected<NpyHeader, std::string> parse_npy_header(std::span<const std::byte> bytes);

/// The numbers behind the header, in C order. bytes: the whole file.
std::expected<std::vector<double>, std::string> read_npy_numbers(const NpyHeader& header,
                                                                 std::span<const std::byte> bytes);

}  // namespace thalweg
