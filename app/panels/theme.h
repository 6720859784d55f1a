#pragma once

#include <imgui.h>

#include "app/scene/palette.h"

namespace thalweg {

/// Puts colours and measures of the look into the current ImGui context's style. Call it before NewFrame, whenever
/// theme or scale may have changed; it costs nothing.
/// scale: pixels per design pixel.
void apply_theme(Theme theme, float scale);

/// ImGui's two ways to say a colour.
inline ImVec4 vec(const Color& color) {
    return {color.r, color.g, color.b, color.a};
}
inline ImU32 pack(const Color& color) {
    return ImGui::ColorConvertFloat4ToU32(vec(color));
}

/// The colour `share` of the way from a to b, opaque as a is.
Color blend(const Color& a, const Color& b, float share);

}  // namespace thalweg
