#include "app/export/png_text.h"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <istream>
#include <limits>

#include "core/formula/utf8.h"

namespace thalweg {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view signature = "\x89PNG\r\n\x1a\n"sv;

std::uint32_t big_endian(std::string_view bytes) {
    std::uint32_t number = 0;
    for (const char byte : bytes.substr(0, 4)) number = number << 8U | static_cast<unsigned char>(byte);
    return number;
}

/// False when the file ends before.
bool read_bytes(std::istream& file, std::size_t count, std::string& bytes) {
    // In pieces: what a file claims is not what it has.
    constexpr std::size_t piece = std::size_t{1} << 16U;
    bytes.clear();
    while (bytes.size() < count) {
        const std::size_t begin = bytes.size();
        bytes.resize(begin + std::min(piece, count - begin));
        if (!file.read(bytes.data() + begin, static_cast<std::streamsize>(bytes.size() - begin))) return false;
    }
    return true;
}

const Bytef* unsigned_bytes(std::string_view bytes) {
    return reinterpret_cast<const Bytef*>(bytes.data());
}

bool checksum_holds(std::string_view type, std::string_view data, std::string_view checksum) {
    uLong sum = crc32(0, unsigned_bytes(type), static_cast<uInt>(type.size()));
    sum = crc32(sum, unsigned_bytes(data), static_cast<uInt>(data.size()));
    return sum == big_endian(checksum);
}

/// What zlib made of the bytes; the error completes "its text …".
std::expected<std::string, std::string> unpacked(std::string_view packed, std::size_t limit) {
    struct Inflation : z_stream {
        Inflation() : z_stream{} { ready = inflateInit(this) == Z_OK; }
        ~Inflation() { inflateEnd(this); }
        Inflation(const Inflation&) = delete;
        Inflation& operator=(const Inflation&) = delete;
        bool ready = false;
    } inflation;
    if (!inflation.ready) return std::unexpected("cannot be unpacked: there is no memory for it");
    inflation.next_in = const_cast<Bytef*>(unsigned_bytes(packed));
    inflation.avail_in = static_cast<uInt>(packed.size());
    std::string text;
    std::array<char, std::size_t{1} << 14U> block{};
    for (int state = Z_OK; state != Z_STREAM_END;) {
        inflation.next_out = reinterpret_cast<Bytef*>(block.data());
        inflation.avail_out = static_cast<uInt>(block.size());
        state = inflate(&inflation, Z_NO_FLUSH);
        if (state != Z_OK && state != Z_STREAM_END) return std::unexpected("is damaged and cannot be unpacked");
        text.append(block.data(), block.size() - inflation.avail_out);
        if (text.size() > limit) return std::unexpected(fmt::format("is larger than {} bytes", limit));
    }
    return text;
}

/// Latin-1 as UTF-8; but programs that copy a text from iTXt leave it as UTF-8.
std::string from_latin(std::string_view text) {
    if (decode_utf8(text)) return std::string(text);
    std::string result;
    for (const char c : text) result += encode_utf8(static_cast<unsigned char>(c));
    return result;
}

/// Takes what stands before the next zero, and the zero; nullopt where there is none.
std::optional<std::string_view> take_field(std::string_view& data) {
    const std::size_t end = data.find('\0');
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view field = data.substr(0, end);
    data.remove_prefix(end + 1);
    return field;
}

/// The text behind the keyword of a chunk; the error completes "its text …".
std::expected<std::string, std::string> decode(std::string_view type, std::string_view data, std::size_t limit) {
    const auto malformed = [] { return std::unexpected<std::string>("is not laid out as PNG prescribes"); };
    if (type == "tEXt") return from_latin(data);
    const std::size_t flags = type == "iTXt" ? 2 : 1;
    if (data.size() < flags) return malformed();
    const bool packed = type == "zTXt" || data[0] != 0;
    if (packed && data[flags - 1] != 0) return std::unexpected("is packed in a way that PNG does not know");
    data.remove_prefix(flags);
    if (type == "iTXt" && !(take_field(data) && take_field(data))) return malformed();  // language, translated keyword
    if (!packed) return std::string(data);
    auto text = unpacked(data, limit);
    return text && type == "zTXt" ? from_latin(*text) : text;
}

}  // namespace

bool is_png(std::string_view head) {
    return head.starts_with(signature);
}

std::expected<std::optional<std::string>, std::string> read_png_text(std::istream& file, std::string_view source,
                                                                     std::string_view keyword, std::size_t limit) {
    const auto cut_off = [&] { return std::unexpected(fmt::format("{}: the picture is cut off", source)); };
    const auto wrong = [&](std::string_view what) {
        return std::unexpected(fmt::format("{}: the picture's text \"{}\" {}", source, keyword, what));
    };
    std::string head, data, checksum;
    if (!read_bytes(file, signature.size(), head) || !is_png(head))
        return std::unexpected(fmt::format("{}: this is no PNG picture", source));
    while (true) {
        if (!read_bytes(file, 8, head)) return cut_off();
        const std::size_t length = big_endian(head);
        const std::string_view type = std::string_view(head).substr(4);
        if (length > std::numeric_limits<std::int32_t>::max())
            return std::unexpected(
                fmt::format("{}: the picture is damaged: a part of it claims {} bytes", source, length));
        if (type == "IEND") return std::nullopt;
        std::size_t seen = 0;
        if (type == "iTXt" || type == "zTXt" || type == "tEXt") {
            seen = std::min(length, keyword.size() + 1);
            if (!read_bytes(file, seen, data)) return cut_off();
            if (data.ends_with('\0') && std::string_view(data).substr(0, data.size() - 1) == keyword) {
                if (length > limit) return wrong(fmt::format("is larger than {} bytes", limit));
                std::string rest;
                if (!read_bytes(file, length - seen, rest) || !read_bytes(file, 4, checksum)) return cut_off();
                if (!checksum_holds(type, data + rest, checksum)) return wrong("is damaged: its checksum is wrong");
                auto text = decode(type, rest, limit);
                if (!text) return wrong(text.error());
                return *std::move(text);
            }
        }
        file.seekg(static_cast<std::streamoff>(length - seen + 4), std::ios::cur);
    }
}

}  // namespace thalweg
