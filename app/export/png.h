#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace thalweg {

/// Pixels as a file has them: 8-bit RGB, by rows from the top.
struct Picture {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgb;         ///< 3 · width · height
    std::vector<std::uint8_t> alpha = {};  ///< width · height, 0 transparent to 255; empty: all opaque
    bool operator==(const Picture&) const = default;
};

/// A text that travels in the file (iTXt chunk), UTF-8. The keyword has 1..79 Latin letters and spaces.
struct PngText {
    std::string keyword, text;
};

/// Makes a PNG file (ISO/IEC 15948), sRGB, of a picture that comes in pieces: rows from above, all as wide as the
/// whole. So pictures can be written that do not fit into memory.
class PngEncoder {
  public:
    /// Takes bytes of the file as they come; false: there is no place for them.
    using Sink = std::function<bool(std::span<const std::byte>)>;

    PngEncoder(int width, int height, bool with_alpha, std::span<const PngText> texts, Sink sink);
    ~PngEncoder();
    PngEncoder(const PngEncoder&) = delete;
    PngEncoder& operator=(const PngEncoder&) = delete;

    /// False when the file cannot be made, for want of memory or of a place for it.
    bool add(const Picture& rows);
    bool finish();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The picture as the bytes of a PNG file. The error is one sentence.
std::expected<std::vector<std::byte>, std::string> encode_png(const Picture& picture,
                                                              std::span<const PngText> texts = {});

/// Reads 8-bit RGB or RGBA (whose alpha is dropped) and everything that can be turned into it.
std::expected<Picture, std::string> read_png(const std::filesystem::path& file);

}  // namespace thalweg
