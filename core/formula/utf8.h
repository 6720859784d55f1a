#pragma once

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>

namespace thalweg {

/// The code points of a UTF-8 text; the error is the index (in code points) of the first that is malformed (overlong
/// forms, surrogates and values beyond U+10FFFF included).
std::expected<std::u32string, std::size_t> decode_utf8(std::string_view text);

std::string encode_utf8(char32_t code_point);

}  // namespace thalweg
