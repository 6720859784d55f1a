#include <array>

#include "app/figure/basin_ground.h"
#include "app/figure/ink_figure.h"
#include "app/figure/map_ground.h"
#include "app/figure/paper.h"
#include "app/view/contour_drawing.h"
#include "app/view/contour_view.h"
#include "app/view/level_labels.h"

namespace thalweg {
namespace {

/// Over paper alone white arrows would not be seen.
Ink darker_arrows(const Ink& ink, const InkStyle& style) {
    Ink dark;
    for (const InkArrow& arrow : ink.arrows())
        dark.arrow({arrow.tail_x, arrow.tail_y}, {arrow.tip_x, arrow.tip_y}, 2 * arrow.half_width,
                   style.theme.quiet_text.with_alpha(0.6F), {0, 0, 0, 0}, 0.0F);
    return dark;
}

/// The values on level lines where there is no ground to stand on.
void write_on_paper(std::vector<Label>& values, const InkStyle& style) {
    for (Label& value : values) {
        value.color = style.theme.quiet_text;
        value.halo = style.theme.background;
    }
}

}  // namespace

void draw_map_figure(VectorCanvas& canvas, Paper& paper) {
    const Session& session = paper.session;
    Scene& scene = paper.scene;
    const std::array<int, 2> plot_size = ContourView::plot_size(session, paper.frame);
    scene.update(session, plot_size[0], plot_size[1]);
    scene.finish();
    paper.lenses.update(session, scene, {});

    const double unit = paper.unit;
    const FigureGround kind = paper.options.ground;
    const InkStyle style = paper.style();
    const MapPlot plot = plot_of(session, paper.frame);
    const MapGround map{session, scene, plot, style, kind, unit};
    const FigurePoint corner{unit * plot.left, unit * plot.top};
    const FigurePoint opposite{unit * (plot.left + plot.width), unit * (plot.top + plot.height)};

    canvas.begin_group("ground", corner, opposite);
    const auto& basins = scene.ensemble().on_map();
    const auto& nearer = scene.ensemble().nearer_on_map();
    if (basins)
        draw_basins(canvas, map, nearer ? *nearer : *basins);
    else if (kind == FigureGround::bands)
        draw_bands(canvas, map);
    canvas.end_group();
    canvas.begin_group("level-lines", corner, opposite);
    if (session.display.level_lines) draw_level_lines(canvas, map);
    draw_domain_edge(canvas, map);
    const auto veil = paper.lenses.veil();
    if (veil) draw_veil(canvas, map, *veil);
    canvas.end_group();

    std::vector<Label> values;
    if (session.display.level_lines && !veil) values = level_labels(scene, plot, style, session.display.colormap);
    if (kind == FigureGround::lines) write_on_paper(values, style);
    const PathTraces traces = trace_paths(session, scene, ContourPlacement(plot).seen());
    const ContourDrawing drawing = draw_contour(session, scene, paper.frame, traces, values, {}, &paper.lenses);
    canvas.begin_group("gradient-field", corner, opposite);
    draw_ink(canvas, kind == FigureGround::lines ? darker_arrows(drawing.field, style) : drawing.field, unit);
    canvas.end_group();
    canvas.begin_group("paths", {0, 0}, paper.size);
    draw_ink(canvas, drawing.ink, unit);
    canvas.end_group();
    canvas.begin_group("axes", {0, 0}, paper.size);
    if (!veil && !basins) draw_color_bar(canvas, map);
    draw_ink(canvas, drawing.furniture, unit);
    write_labels(canvas, drawing.labels, unit, style.scale);
    canvas.end_group();
}

}  // namespace thalweg
