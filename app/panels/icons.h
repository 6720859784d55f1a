#pragma once

#include <imgui.h>

#include "app/scene/palette.h"

namespace thalweg {

/// The window's signs, drawn as strokes and filled shapes so that they are crisp at any scale.
enum class Icon {
    to_start,
    step_back,
    play,
    pause,
    step_forward,
    to_end,
    fit,
    camera,
    sun,
    moon,
    projector,
    help,
    sliders,
    undo,
    redo,
    plus,
    cross,
    duplicate,
    keep,
    chevron,
    target,
    box,
    download,
    eye,
    eye_closed
};

/// middle: pixels; size: width and height in pixels.
void draw_icon(ImDrawList& list, Icon icon, ImVec2 middle, float size, ImU32 color);

/// An optimizer's or stationary point's mark, `radius` pixels large, with an outline that keeps it apart from any
/// ground.
void draw_marker(ImDrawList& list, Marker marker, ImVec2 middle, float radius, ImU32 fill, ImU32 outline,
                 float outline_width);

}  // namespace thalweg
