#include "core/data/npy.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <numeric>
#include <optional>
#include <string_view>

#include "core/data/array_file.h"
#include "core/data/grid_data.h"

namespace thalweg {
namespace {

constexpr const char* not_understood = "has a header that numpy does not write";

/// Reads the Python dictionary of a header: {'descr': '<f8', 'fortran_order': False, 'shape': (3, 4), }
class HeaderReader {
  public:
    explicit HeaderReader(std::string_view text) : text_(text) {}

    std::optional<NpyHeader> read() {
        NpyHeader header;
        int seen = 0;
        if (!take('{')) return std::nullopt;
        while (!take('}')) {
            const std::optional<std::string_view> key = quoted();
            if (!key || !take(':')) return std::nullopt;
            const bool read = *key == "descr"           ? read_type(header)
                              : *key == "fortran_order" ? read_order(header)
                              : *key == "shape"         ? read_shape(header)
                                                        : false;
            if (!read) return std::nullopt;
            ++seen;
            take(',');
        }
        return seen == 3 ? std::optional(header) : std::nullopt;
    }

  private:
    void skip_blanks() {
        while (!text_.empty() && (text_.front() == ' ' || text_.front() == '\n')) text_.remove_prefix(1);
    }
    bool take(char c) {
        skip_blanks();
        if (text_.empty() || text_.front() != c) return false;
        text_.remove_prefix(1);
        return true;
    }
    bool take_word(std::string_view word) {
        skip_blanks();
        if (!text_.starts_with(word)) return false;
        text_.remove_prefix(word.size());
        return true;
    }
    std::optional<std::string_view> quoted() {
        skip_blanks();
        if (text_.empty() || (text_.front() != '\'' && text_.front() != '"')) return std::nullopt;
        const std::size_t end = text_.find(text_.front(), 1);
        if (end == std::string_view::npos) return std::nullopt;
        const std::string_view inside = text_.substr(1, end - 1);
        text_.remove_prefix(end + 1);
        return inside;
    }

    bool read_order(NpyHeader& header) {
        header.fortran_order = take_word("True");
        return header.fortran_order || take_word("False");
    }

    bool read_shape(NpyHeader& header) {
        if (!take('(')) return false;
        while (!take(')')) {
            skip_blanks();
            std::size_t size = 0;
            const auto [end, error] = std::from_chars(text_.data(), text_.data() + text_.size(), size);
            if (error != std::errc()) return false;
            text_.remove_prefix(static_cast<std::size_t>(end - text_.data()));
            header.shape.push_back(size);
            if (!take(',') && !text_.starts_with(')')) return false;
        }
        return true;
    }

    /// '<f8', '|b1'; a list stands for records with fields.
    bool read_type(NpyHeader& header) {
        if (take('[')) {
            header.problem = "holds records with fields, not numbers; save one field as an array of its own";
            return skip_list();
        }
        const std::optional<std::string_view> type = quoted();
        if (!type || type->size() < 2) return false;
        header.big_endian = type->front() == '>';
        header.kind = (*type)[1];
        const std::string_view digits = type->substr(2);
        header.item_size = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), header.item_size);
        header.problem = problem_of(header, *type);
        return true;
    }

    bool skip_list() {
        for (int depth = 1; depth > 0; text_.remove_prefix(1)) {
            if (text_.empty()) return false;
            if (text_.front() == '[') ++depth;
            if (text_.front() == ']') --depth;
        }
        return true;
    }

    static std::string problem_of(const NpyHeader& header, std::string_view type) {
        const auto is_one_of = [&](std::initializer_list<std::size_t> sizes) {
            return std::ranges::find(sizes, header.item_size) != sizes.end();
        };
        switch (header.kind) {
            case 'f':
                if (is_one_of({2, 4, 8})) return {};
                break;
            case 'i':
            case 'u':
                if (is_one_of({1, 2, 4, 8})) return {};
                break;
            case 'b':
                if (is_one_of({1})) return {};
                break;
            case 'c':
                return "holds complex numbers; save their real part or their absolute value";
            case 'O':
                return "holds pickled Python objects, which are not opened; save it as float64";
            case 'S':
            case 'U':
                return "holds text, not numbers";
            default:
                break;
        }
        return fmt::format("holds numbers of the type \"{}\"; save it as float64", type);
    }

    std::string_view text_;
};

template <class Bits>
Bits swapped(Bits bits) {
    if constexpr (sizeof(Bits) == 2) return __builtin_bswap16(bits);
    if constexpr (sizeof(Bits) == 4) return __builtin_bswap32(bits);
    if constexpr (sizeof(Bits) == 8) return __builtin_bswap64(bits);
    return bits;
}

/// IEEE 754 binary16: one bit of sign, five of exponent, ten of fraction.
double half_to_double(std::uint16_t bits) {
    const int exponent = bits >> 10U & 31U, fraction = bits & 1023U;
    const double size = exponent == 31  ? (fraction != 0 ? std::nan("") : INFINITY)
                        : exponent == 0 ? std::ldexp(fraction, -24)
                                        : std::ldexp(1024 + fraction, exponent - 25);
    return (bits >> 15U) != 0 ? -size : size;
}

/// Reads all numbers in the file's own order. Bits: an unsigned integer of a number's size.
template <class Bits, class Meaning>
void convert(std::span<const std::byte> bytes, bool big_endian, std::vector<double>& numbers, Meaning&& meaning) {
    const bool swap = big_endian != (std::endian::native == std::endian::big);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        Bits bits;
        std::memcpy(&bits, bytes.data() + i * sizeof bits, sizeof bits);
        numbers[i] = meaning(swap ? swapped(bits) : bits);
    }
}

template <class Number, class Bits>
double as(Bits bits) {
    return static_cast<double>(std::bit_cast<Number>(bits));
}

template <class Bits, class Signed>
void convert_integers(const NpyHeader& header, std::span<const std::byte> bytes, std::vector<double>& numbers) {
    if (header.kind == 'i') {
        convert<Bits>(bytes, header.big_endian, numbers, as<Signed, Bits>);
    } else {
        convert<Bits>(bytes, header.big_endian, numbers, as<Bits, Bits>);
    }
}

void convert(const NpyHeader& header, std::span<const std::byte> bytes, std::vector<double>& numbers) {
    const bool floating = header.kind == 'f';
    switch (header.item_size) {
        case 1:
            return convert_integers<std::uint8_t, std::int8_t>(header, bytes, numbers);
        case 2:
            if (floating) return convert<std::uint16_t>(bytes, header.big_endian, numbers, half_to_double);
            return convert_integers<std::uint16_t, std::int16_t>(header, bytes, numbers);
        case 4:
            if (floating) return convert<std::uint32_t>(bytes, header.big_endian, numbers, as<float, std::uint32_t>);
            return convert_integers<std::uint32_t, std::int32_t>(header, bytes, numbers);
        default:
            if (floating) return convert<std::uint64_t>(bytes, header.big_endian, numbers, as<double, std::uint64_t>);
            return convert_integers<std::uint64_t, std::int64_t>(header, bytes, numbers);
    }
}

/// From the order in which the first index changes fastest to the one in which the last does.
std::vector<double> in_c_order(const std::vector<double>& numbers, std::span<const std::size_t> shape) {
    std::vector<double> result(numbers.size());
    if (shape.size() == 2) {
        const std::size_t rows = shape[0], columns = shape[1];
        constexpr std::size_t tile = 32;
        for (std::size_t row = 0; row < rows; row += tile) {
            for (std::size_t column = 0; column < columns; ++column) {
                const std::size_t end = std::min(row + tile, rows);
                for (std::size_t r = row; r < end; ++r) result[r * columns + column] = numbers[column * rows + r];
            }
        }
        return result;
    }
    std::vector<std::size_t> index(shape.size(), 0);
    for (double& number : result) {
        std::size_t from = 0;
        for (std::size_t k = shape.size(); k-- > 0;) from = from * shape[k] + index[k];
        number = numbers[from];
        for (std::size_t k = shape.size(); k-- > 0;) {
            if (++index[k] < shape[k]) break;
            index[k] = 0;
        }
    }
    return result;
}

class NpyFile final : public ArrayFile {
  public:
    NpyFile(NpyHeader header, std::span<const std::byte> bytes)
        : header_(std::move(header)), bytes_(bytes), info_{"", header_.shape, header_.problem} {}

    std::span<const ArrayInfo> arrays() const override { return {&info_, 1}; }
    std::string_view format() const override { return "numpy"; }
    std::expected<std::vector<double>, std::string> read(std::size_t) const override {
        return read_npy_numbers(header_, bytes_);
    }

  private:
    NpyHeader header_;
    std::span<const std::byte> bytes_;
    ArrayInfo info_;
};

}  // namespace

std::expected<NpyHeader, std::string> parse_npy_header(std::span<const std::byte> bytes) {
    const auto byte = [&](std::size_t i) { return std::to_integer<std::size_t>(bytes[i]); };
    constexpr const char* cut = "ends in the middle of its header";
    if (bytes.size() < 10) return std::unexpected(cut);
    const std::size_t version = byte(6);
    if (version < 1 || version > 3) {
        return std::unexpected(fmt::format("has version {} of numpy's format; versions 1 to 3 are known", version));
    }
    const std::size_t start = version == 1 ? 10 : 12;
    if (bytes.size() < start) return std::unexpected(cut);
    std::size_t length = byte(8) | byte(9) << 8U;
    if (version > 1) length |= byte(10) << 16U | byte(11) << 24U;
    if (length > longest_npy_header) return std::unexpected(fmt::format("claims a header of {} bytes", length));
    if (bytes.size() - start < length) return std::unexpected(cut);

    const auto* text = reinterpret_cast<const char*>(bytes.data());
    std::optional<NpyHeader> header = HeaderReader({text + start, length}).read();
    if (!header) return std::unexpected(not_understood);
    header->length = start + length;
    return *std::move(header);
}

std::expected<std::vector<double>, std::string> read_npy_numbers(const NpyHeader& header,
                                                                 std::span<const std::byte> bytes) {
    std::size_t count = 0;
    if (!multiply_sizes(header.shape, count) || count > most_nodes) return std::unexpected(too_large(header.shape));
    const std::size_t needed = count * header.item_size, there = bytes.size() - header.length;
    if (there < needed) {
        return std::unexpected(fmt::format("ends in the middle of its numbers: {} need {} bytes, and there are {}",
                                           shape_words(header.shape), needed, there));
    }
    std::vector<double> numbers(count);
    convert(header, bytes.subspan(header.length), numbers);
    const bool reorder = header.fortran_order && header.shape.size() > 1;
    return reorder ? in_c_order(numbers, header.shape) : std::move(numbers);
}

std::expected<std::unique_ptr<ArrayFile>, std::string> open_npy(std::span<const std::byte> bytes) {
    auto header = parse_npy_header(bytes);
    if (!header) return std::unexpected(header.error());
    return std::make_unique<NpyFile>(*std::move(header), bytes);
}

}  // namespace thalweg
