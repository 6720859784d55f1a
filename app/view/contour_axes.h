#pragma once

#include <vector>

#include "app/scene/scene.h"
#include "app/view/contour_placement.h"
#include "app/view/ink_style.h"

namespace thalweg {

/// Where the colour bar is, in pixels.
struct ColorBar {
    float left = 0, top = 0, right = 0, bottom = 0;
};

/// Right of the plot; empty where the margins were left out.
ColorBar color_bar_of(const MapPlot& plot, float scale);

/// Frame, names, ticks with round numbers at the left and below, and with `heights` the colour bar's numbers.
void draw_contour_axes(Ink& ink, std::vector<Label>& labels, const Scene& scene, const MapPlot& plot,
                       const InkStyle& style, bool heights);

}  // namespace thalweg
