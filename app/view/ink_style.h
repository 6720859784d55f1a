#pragma once

#include "app/scene/palette.h"
#include "app/view/ink.h"

namespace thalweg {

/// Sizes and colours of what is drawn in screen space, for one picture. Lengths are pixels.
struct InkStyle {
    float scale = 1.0F;
    ThemeColors theme;
    bool over_light = false;  ///< the light theme

    float px(float design_pixels) const { return scale * design_pixels; }
};

/// White marks with a dark rim keep apart from every colour map, in both themes.
inline constexpr Color mark_fill = rgb(0xFFFFFF);
inline constexpr Color mark_outline = rgb(0x14161B);

inline InkShape shape_of(Marker marker) {
    return static_cast<InkShape>(marker);
}

}  // namespace thalweg
