#pragma once

#include <algorithm>

#include "app/scene/palette.h"
#include "app/view/ink.h"
#include "app/view/label.h"

namespace thalweg {

/// Sizes and colours of what is drawn in screen space, for one picture. Lengths are pixels.
struct InkStyle {
    float scale = 1.0F;
    ThemeColors theme;
    bool over_light = false;  ///< the light theme
    bool words = true;        ///< false in pictures too small for text

    float px(float design_pixels) const { return scale * design_pixels; }
};

/// As the frame asks; in pictures with less than 300 design pixels along the shorter side everything shrinks along.
inline InkStyle ink_style(const Display& display, const ViewFrame& frame) {
    constexpr float enough = 300.0F, least = 0.4F, with_words = 0.6F;
    const float room = static_cast<float>(std::min(frame.width, frame.height)) / (enough * frame.scale);
    return {.scale = frame.scale * std::clamp(room, least, 1.0F),
            .theme = theme_colors(display.theme),
            .over_light = display.theme == Theme::light,
            .words = room >= with_words};
}

/// White marks with a dark rim keep apart from every colour map, in both themes.
inline constexpr Color mark_fill = rgb(0xFFFFFF);
inline constexpr Color mark_outline = rgb(0x14161B);

inline InkShape shape_of(Marker marker) {
    return static_cast<InkShape>(marker);
}

}  // namespace thalweg
