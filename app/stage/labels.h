#pragma once

#include <imgui.h>

#include <span>

#include "app/view/label.h"

namespace thalweg {

/// Writes a view's labels over its picture, whose upper left corner is at `corner`, in the interface's own fonts.
/// scale: pixels per design pixel of the view; font_scale: of the fonts as they were loaded.
void draw_labels(ImDrawList& list, std::span<const Label> labels, ImVec2 corner, float scale, float font_scale);

}  // namespace thalweg
