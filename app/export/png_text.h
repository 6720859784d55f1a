#pragma once

#include <cstddef>
#include <expected>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

namespace thalweg {

/// Whether a file that begins like this is a PNG.
bool is_png(std::string_view head);

/// A text that travels in a PNG file: that of the first iTXt, zTXt or tEXt chunk with the keyword, packed or not
/// (ISO/IEC 15948, 11.3.4). Pixels are stepped over, so that pictures of any size take no longer, and what is damaged
/// behind the text does not matter. nullopt: the picture is whole and has no such text. The error is one sentence that
/// begins with `source`: no PNG, cut off, a wrong checksum, more than `limit` bytes packed or unpacked.
std::expected<std::optional<std::string>, std::string> read_png_text(std::istream& file, std::string_view source,
                                                                     std::string_view keyword,
                                                                     std::size_t limit = std::size_t{16} << 20U);

}  // namespace thalweg
