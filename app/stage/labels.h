#pragma once

#include <imgui.h>

#include <span>

#include "app/panels/interface.h"
#include "app/view/label.h"

namespace thalweg {

/// Writes a view's labels over its picture, which lies in `area`, in the interface's own fonts. A label that its
/// picture's edge would cut moves inwards until it is whole.
/// scale: pixels per design pixel of the view; font_scale: of the fonts as they were loaded.
void draw_labels(ImDrawList& list, std::span<const Label> labels, const Area& area, float scale, float font_scale);

/// Where text of this extent (pixels) begins along one side of a picture, 0..length, when it would begin at `start`:
/// there, or moved inwards by as much as the edge would cut. What lies outside altogether stays there.
float kept_whole(float start, float extent, float length, float margin);

}  // namespace thalweg
