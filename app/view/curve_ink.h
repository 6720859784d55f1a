#pragma once

#include <vector>

#include "app/scene/scene.h"
#include "app/view/basin_strip.h"
#include "app/view/curve_placement.h"
#include "app/view/ink_style.h"
#include "app/view/label.h"
#include "core/curve/sample_curve.h"

namespace thalweg {

/// The rules at the axes' round numbers, x = 0 and y = 0 stronger, with the numbers beside them, the axes' names, and a
/// shade over what lies outside of the domain.
void draw_curve_axes(Ink& ink, std::vector<Label>& labels, const Scene& scene, const CurvePlot& plot,
                     const InkStyle& style);

/// A soft fill from the foot of the plot up to the curve, column by column of pixels.
void draw_curve_fill(Ink& ink, std::span<const CurvePiece> pieces, const CurvePlacement& placement,
                     const InkStyle& style, const CurveGround& ground);
/// How strong it is.
float curve_fill_opacity(const InkStyle& style);

/// The curve itself.
void draw_curve_line(Ink& ink, std::span<const CurvePiece> pieces, const CurvePlacement& placement,
                     const InkStyle& style);

/// Below the plot: where the curve falls, − on blue, and where it rises, + on red.
void draw_slope_lane(Ink& ink, std::vector<Label>& labels, const Scene& scene, const CurvePlot& plot,
                     const InkStyle& style);

/// The ends of the domain as handles that can be dragged, one of which may be lit.
void draw_ends(Ink& ink, const Scene& scene, const CurvePlot& plot, const InkStyle& style, StudyGrip lit);

}  // namespace thalweg
