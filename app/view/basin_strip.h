#pragma once

#include <functional>
#include <optional>

#include "app/scene/scene.h"
#include "app/view/curve_plot.h"
#include "app/view/ink.h"
#include "app/view/ink_style.h"

namespace thalweg {

/// Colours under a curve: of the place x, where f has this height, 0..1 of the plot; none where nothing is filled.
using CurveGround = std::function<std::optional<Color>(double x, double height)>;

/// Those of the basins that starts on the curve belong to, the first optimizer's where two are compared; without
/// basins, those of the heights.
CurveGround curve_ground(const Scene& scene, Colormap colors);

/// Where each start on the curve ends up, as strips along the foot of the plot: the first optimizer's, and below it
/// that which it is compared with. Nothing without basins.
void draw_basin_strips(Ink& ink, const Scene& scene, const CurvePlot& plot, const InkStyle& style);

}  // namespace thalweg
