#pragma once

#include <array>

#include "app/scene/palette.h"

namespace thalweg {

/// Two classes of samples, told apart by hue, lightness and shape.
inline constexpr std::array<Color, 2> class_colors = {rgb(0x7DD3FC), rgb(0xFF9F43)};
inline constexpr std::array<Marker, 2> class_markers = {Marker::disc, Marker::square};

}  // namespace thalweg
