#pragma once

#include "app/document/export_order.h"
#include "app/figure/vector_canvas.h"
#include "app/scene/scene.h"
#include "app/view/contour_placement.h"
#include "app/view/ink_style.h"
#include "app/view/veil.h"

namespace thalweg {

/// What the contour map's ground is drawn from. unit: points per pixel of `plot`.
struct MapGround {
    const Session& session;
    const Scene& scene;
    const MapPlot& plot;
    const InkStyle& style;
    FigureGround ground = FigureGround::bands;
    double unit = 1;
};

/// Where f is so and so high: a flat colour between each level and the next, hatched where f is undefined. Traced on
/// the function itself, so that the edges are exact where they cross the grid's lines.
void draw_bands(VectorCanvas& canvas, const MapGround& map);

/// The level lines; where they would merge they are left out, as on the screen. Over bands they darken the ground;
/// alone on paper they have their heights' colours.
void draw_level_lines(VectorCanvas& canvas, const MapGround& map);

/// What lies beyond the domain is paler, and the domain has an edge.
void draw_domain_edge(VectorCanvas& canvas, const MapGround& map);

/// Everything but the disc lies in the dark.
void draw_veil(VectorCanvas& canvas, const MapGround& map, const Veil& veil);

/// The colour bar with the bands of the map.
void draw_color_bar(VectorCanvas& canvas, const MapGround& map);

}  // namespace thalweg
