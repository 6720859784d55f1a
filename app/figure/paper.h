#pragma once

#include "app/document/export_order.h"
#include "app/figure/vector_canvas.h"
#include "app/lenses/lens_shelf.h"
#include "app/scene/scene.h"
#include "app/view/ink_style.h"

namespace thalweg {

/// A sheet of paper with a figure on it, laid out in pixels as a screen is: so many for a design pixel that they are
/// finer than any eye.
struct Paper {
    static constexpr float pixels_per_design_pixel = 4.0F;

    const Session& session;
    Scene& scene;
    const FigureOptions& options;
    ViewFrame frame;   ///< of the picture, above the legend
    double unit = 1;   ///< points per pixel
    FigurePoint size;  ///< of the whole paper, points
    LensShelf lenses = {};

    InkStyle style() const { return ink_style(session.display, frame); }
};

/// The picture on the paper, above its legend: brings the scene up to date for it and draws.
void draw_map_figure(VectorCanvas& canvas, Paper& paper);
void draw_curve_figure(VectorCanvas& canvas, Paper& paper);

}  // namespace thalweg
