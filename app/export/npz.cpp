#include "app/export/npz.h"

#include <fmt/format.h>
#include <zlib.h>

#include <bit>
#include <cstdint>
#include <cstring>
#include <limits>
#include <stdexcept>

namespace thalweg {
namespace {

static_assert(std::endian::native == std::endian::little, "numbers are written as they lie in memory");

/// The number's lowest bytes first; any number of them.
void append(std::string& bytes, std::uint64_t number, int count) {
    for (int i = 0; i < count; ++i, number >>= 8) bytes += static_cast<char>(number & 255);
}

std::uint32_t as_size(std::size_t size) {
    if (size > std::numeric_limits<std::uint32_t>::max()) throw std::length_error("an archive has at most 4 GiB");
    return static_cast<std::uint32_t>(size);
}

/// What a member's own header and its entry in the directory have in common.
std::string facts(const std::string& name, const std::string& content, std::uint32_t sum) {
    constexpr std::uint64_t version = 20, flags = 0, stored = 0, time = 0, first_of_january_1980 = 33;
    std::string bytes;
    for (const std::uint64_t field : {version, flags, stored, time, first_of_january_1980}) append(bytes, field, 2);
    append(bytes, sum, 4);
    append(bytes, as_size(content.size()), 4);
    append(bytes, as_size(content.size()), 4);
    append(bytes, name.size(), 2);
    append(bytes, 0, 2);
    return bytes;
}

}  // namespace

NumpyArray numpy_array(std::string name, std::vector<std::size_t> shape, std::span<const double> values) {
    std::string bytes(values.size_bytes(), '\0');
    if (!values.empty()) std::memcpy(bytes.data(), values.data(), bytes.size());
    return {.name = std::move(name), .shape = std::move(shape), .descr = "<f8", .bytes = std::move(bytes)};
}

std::string to_npy(const NumpyArray& array) {
    std::string shape;
    for (const std::size_t side : array.shape) shape += fmt::format("{}, ", side);
    std::string header = fmt::format("{{'descr': '{}', 'fortran_order': False, 'shape': ({}), }}", array.descr, shape);
    constexpr std::size_t preamble = 10, alignment = 64;
    header.resize((preamble + header.size() + 1 + alignment - 1) / alignment * alignment - preamble, ' ');
    header.back() = '\n';
    std::string bytes("\x93NUMPY\x01\x00", 8);
    append(bytes, header.size(), 2);
    return bytes + header + array.bytes;
}

std::string to_npz(std::span<const NumpyArray> arrays) {
    std::string archive, directory;
    for (const NumpyArray& array : arrays) {
        const std::string name = array.name + ".npy", content = to_npy(array);
        const auto* data = reinterpret_cast<const Bytef*>(content.data());
        const auto sum = static_cast<std::uint32_t>(crc32_z(crc32_z(0, nullptr, 0), data, content.size()));
        const std::string common = facts(name, content, sum);
        directory += "PK\x01\x02";
        append(directory, 20, 2);
        directory += common;
        append(directory, 0, 2 + 2 + 2 + 4);
        append(directory, as_size(archive.size()), 4);
        directory += name;
        archive += "PK\x03\x04" + common + name + content;
    }
    const std::size_t begin = archive.size();
    archive += directory + "PK\x05\x06";
    append(archive, 0, 4);
    append(archive, arrays.size(), 2);
    append(archive, arrays.size(), 2);
    append(archive, as_size(directory.size()), 4);
    append(archive, as_size(begin), 4);
    append(archive, 0, 2);
    return archive;
}

}  // namespace thalweg
