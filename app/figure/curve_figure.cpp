#include <algorithm>
#include <cmath>

#include "app/figure/ink_figure.h"
#include "app/figure/paper.h"
#include "app/scene/ensemble.h"
#include "app/view/curve_drawing.h"
#include "app/view/curve_ink.h"
#include "app/view/curve_plot.h"

namespace thalweg {
namespace {

/// Colours of heights are said every so many pixels; those of basins at every place, for they end sharply.
constexpr double stop_spacing = 8;

FigurePoint on_paper(const CurvePlot& plot, double unit, double x, double y) {
    const PixelPoint pixel = kept_inside(plot, plot.pixel(x, y));
    return {unit * pixel.x, unit * pixel.y};
}

/// From the foot of the plot up to the curve.
void draw_fill(VectorCanvas& canvas, const Paper& paper, const CurvePlot& plot, const CurvePiece& piece,
               const CurveGround& ground) {
    const float opacity = curve_fill_opacity(paper.style());
    const double spacing = paper.scene.ensemble().on_map() ? 0.0 : stop_spacing * paper.unit;
    std::vector<FigurePoint> outline = {{paper.unit * plot.pixel(piece.x.front(), 0).x, paper.unit * plot.bottom()}};
    std::vector<ColorStop> stops;
    for (std::size_t i = 0; i < piece.x.size(); ++i) {
        const FigurePoint point = on_paper(plot, paper.unit, piece.x[i], piece.y[i]);
        outline.push_back(point);
        const bool last = i + 1 == piece.x.size();
        if (!stops.empty() && !last && point.x - stops.back().x < spacing) continue;
        const double height = std::clamp((piece.y[i] - plot.y0) / (plot.y1 - plot.y0), 0.0, 1.0);
        const auto color = ground(piece.x[i], height);
        stops.push_back({point.x, color ? color->with_alpha(opacity) : Color{0, 0, 0, 0}});
    }
    outline.push_back({outline.back().x, outline.front().y});
    VectorPath path;
    path.polyline(outline, true);
    canvas.fill_across(path, stops);
}

}  // namespace

void draw_curve_figure(VectorCanvas& canvas, Paper& paper) {
    const Session& session = paper.session;
    Scene& scene = paper.scene;
    scene.update(session, paper.frame.width, paper.frame.height);
    scene.finish();
    paper.lenses.update(session, scene, {});

    const CurvePlot plot = curve_plot(session, scene, paper.frame);
    const std::vector<CurvePiece> pieces =
        sample_curve(*scene.landscape().landscape, plot.x0, plot.x1, std::max(static_cast<int>(plot.width), 2));
    const CurveDrawing drawing = draw_curve(session, scene, paper.frame, pieces, {}, &paper.lenses);
    canvas.begin_group("axes", {0, 0}, paper.size);
    draw_ink(canvas, drawing.axes, paper.unit);
    canvas.end_group();
    canvas.begin_group("ground", {paper.unit * plot.left, paper.unit * plot.top},
                       {paper.unit * plot.right(), paper.unit * plot.bottom()});
    const CurveGround colors = curve_ground(scene, session.display.colormap);
    for (const CurvePiece& piece : drawing.pieces) draw_fill(canvas, paper, plot, piece, colors);
    canvas.end_group();
    canvas.begin_group("curve", {0, 0}, paper.size);
    draw_ink(canvas, drawing.ink, paper.unit);
    draw_ink(canvas, drawing.over, paper.unit);
    canvas.end_group();
    canvas.begin_group("words", {0, 0}, paper.size);
    write_labels(canvas, drawing.labels, paper.unit, paper.style().scale);
    canvas.end_group();
}

}  // namespace thalweg
