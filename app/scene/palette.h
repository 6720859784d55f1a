#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "app/document/session.h"
#include "core/calculus/classification.h"

namespace thalweg {

/// sRGB with straight alpha, 0..1.
struct Color {
    float r = 0, g = 0, b = 0, a = 1;
    Color with_alpha(float alpha) const { return {r, g, b, alpha}; }
    bool operator==(const Color&) const = default;
};

constexpr Color rgb(std::uint32_t hex) {
    return {static_cast<float>(hex >> 16 & 255) / 255.0F, static_cast<float>(hex >> 8 & 255) / 255.0F,
            static_cast<float>(hex & 255) / 255.0F, 1.0F};
}

/// The quiet frame: the tokens of the look, for one theme.
struct ThemeColors {
    Color background, panel, line, text, quiet_text, accent, error, curvature_up, curvature_down;
};
const ThemeColors& theme_colors(Theme theme);

/// Eight colours with eight markers, for optimizers (Okabe and Ito; told apart by the colour-blind).
enum class Marker { disc, square, triangle_up, diamond, triangle_down, plus, star, cross, hourglass, ring };
inline constexpr int optimizer_colors = 8;
Color optimizer_color(int index);
Marker optimizer_marker(int index);
/// Minimum ▼, maximum ▲, saddle an hourglass, degenerate a diamond.
Marker stationary_marker(StationaryClass kind);

/// 256 samples of a colour map, sRGB, low to high.
const std::array<Color, 256>& colormap(Colormap map);

}  // namespace thalweg
