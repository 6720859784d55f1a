#pragma once

#include <span>

#include "app/figure/vector_canvas.h"
#include "app/view/ink.h"
#include "app/view/label.h"

namespace thalweg {

/// A screen's drawing as vectors. unit: points per pixel. Soft shadows are left to screens.
void draw_ink(VectorCanvas& canvas, const Ink& ink, double unit);

/// pixels: per design pixel, which a label's size is in.
void write_labels(VectorCanvas& canvas, std::span<const Label> labels, double unit, double pixels);

/// A mark's outer edge about the origin, for radius 1, y down; empty for round ones.
std::vector<FigurePoint> mark_polygon(InkShape shape);

}  // namespace thalweg
