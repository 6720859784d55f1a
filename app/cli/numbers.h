#pragma once

#include <array>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace thalweg {

/// Reads finite numbers split by commas: "1,-2.5e3". `option` names them in the message: "--at".
std::expected<std::vector<double>, std::string> parse_numbers(std::string_view text, std::string_view option);

/// A picture's size in pixels.
struct PictureSize {
    int width = 0, height = 0;
};

/// How large a picture may be, in pixels.
struct SizeLimits {
    int side, total;
};
/// Drawn at once: what every OpenGL 3.3 driver does with 4× multisampling in under 1 GB.
inline constexpr SizeLimits drawn_at_once{.side = 8192, .total = 36'000'000};
/// Drawn in pieces.
inline constexpr SizeLimits drawn_in_pieces{.side = 16384, .total = 16384 * 16384};

/// Reads "1280x720".
std::expected<PictureSize, std::string> parse_size(std::string_view text, const SizeLimits& limits = drawn_at_once);

/// A run keeps every step, about 60 bytes each.
inline constexpr int longest_run = 10'000'000;

/// Reads a whole number from `least` to `most`; `option` and `what` ("a number of frames") name it in the message.
std::expected<int, std::string> parse_count(std::string_view text, std::string_view option, std::string_view what,
                                            int least, int most);

/// Reads a number of steps, 0..longest_run, for "--steps" or "--at".
std::expected<int, std::string> parse_steps(std::string_view text, std::string_view option);

}  // namespace thalweg
