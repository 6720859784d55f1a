#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace thalweg {

/// Pixels as a file has them: 8-bit RGB, by rows from the top.
struct Picture {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgb;  ///< 3 · width · height
    bool operator==(const Picture&) const = default;
};

/// A text that travels in the file (iTXt chunk), UTF-8. The keyword has 1..79 Latin letters and spaces.
struct PngText {
    std::string keyword, text;
};

/// The picture as the bytes of a PNG file (ISO/IEC 15948), sRGB. The error is one sentence.
std::expected<std::vector<std::byte>, std::string> encode_png(const Picture& picture,
                                                              std::span<const PngText> texts = {});

/// Reads 8-bit RGB or RGBA (whose alpha is dropped) and everything that can be turned into it.
std::expected<Picture, std::string> read_png(const std::filesystem::path& file);

}  // namespace thalweg
