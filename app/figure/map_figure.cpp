#include "app/figure/map_figure.h"

#include <algorithm>
#include <cmath>

#include "app/figure/ink_figure.h"
#include "app/figure/map_ground.h"
#include "app/lenses/lens_shelf.h"
#include "app/scene/curve.h"
#include "app/view/contour_drawing.h"
#include "app/view/contour_view.h"
#include "app/view/legend_ink.h"
#include "app/view/level_labels.h"

namespace thalweg {
namespace {

/// A sheet is laid out in pixels as a screen is, so many for a design pixel: finer than any eye.
constexpr float pixels_per_design_pixel = 4.0F;
/// The axes' numbers have so many design pixels.
constexpr double tick_pixels = 12;
constexpr double points_per_millimetre = 72 / 25.4;

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

std::expected<std::vector<std::byte>, std::string> map_figure(const Session& given, Scene& scene,
                                                              const FigureOptions& options) {
    const Session session = drawn_for_file(given, options.theme);
    scene.update(session, 1, 1);
    if (!scene.landscape().complaint.empty()) return std::unexpected(scene.landscape().complaint);
    if (scene.landscape().landscape == nullptr) return std::unexpected("there is no landscape to draw a map of");
    if (is_curve(scene.landscape()))
        return std::unexpected("a function of x alone has no contour map, so SVG and PDF cannot show it: take a PNG");

    const double unit = options.type / tick_pixels / static_cast<double>(pixels_per_design_pixel);
    const double width = options.width_mm * points_per_millimetre, height = options.height_mm * points_per_millimetre;
    ViewFrame frame{.width = std::max(1, static_cast<int>(width / unit)),
                    .height = std::max(1, static_cast<int>(height / unit)),
                    .scale = pixels_per_design_pixel};
    const LegendDrawing legend = options.legend ? draw_legend(session, frame) : LegendDrawing{};
    frame.height -= static_cast<int>(legend.height);
    const std::array<int, 2> plot_size = ContourView::plot_size(session, frame);
    scene.update(session, plot_size[0], plot_size[1]);
    scene.finish();
    LensShelf lenses;
    lenses.update(session, scene, {});

    const InkStyle style = ink_style(session.display, frame);
    const MapPlot plot = plot_of(session, frame);
    const MapGround map{session, scene, plot, style, options.ground, unit};
    const auto canvas = (options.format == FigureFormat::svg ? make_svg : make_pdf)(
        width, height, "f(x, y) = " + landscape_words(session.landscape));
    const FigurePoint corner{unit * plot.left, unit * plot.top};
    const FigurePoint opposite{unit * (plot.left + plot.width), unit * (plot.top + plot.height)};
    const FigurePoint sheet{width, height};

    if (!options.transparent) {
        VectorPath paper;
        paper.rectangle({0, 0}, sheet);
        canvas->fill(paper, style.theme.background);
    }
    canvas->begin_group("ground", corner, opposite);
    if (options.ground == FigureGround::bands) draw_bands(*canvas, map);
    canvas->end_group();
    canvas->begin_group("level-lines", corner, opposite);
    if (session.display.level_lines) draw_level_lines(*canvas, map);
    draw_domain_edge(*canvas, map);
    const auto veil = lenses.veil();
    if (veil) draw_veil(*canvas, map, *veil);
    canvas->end_group();

    std::vector<Label> values;
    if (session.display.level_lines && !veil) values = level_labels(scene, plot, style, session.display.colormap);
    if (options.ground == FigureGround::lines) write_on_paper(values, style);
    const PathTraces traces = trace_paths(session, scene, ContourPlacement(plot).seen());
    const ContourDrawing drawing = draw_contour(session, scene, frame, traces, values, {}, &lenses);
    canvas->begin_group("gradient-field", corner, opposite);
    draw_ink(*canvas, options.ground == FigureGround::lines ? darker_arrows(drawing.field, style) : drawing.field,
             unit);
    canvas->end_group();
    canvas->begin_group("paths", {0, 0}, sheet);
    draw_ink(*canvas, drawing.ink, unit);
    canvas->end_group();
    canvas->begin_group("axes", {0, 0}, sheet);
    if (!veil) draw_color_bar(*canvas, map);
    draw_ink(*canvas, drawing.furniture, unit);
    write_labels(*canvas, drawing.labels, unit, style.scale);
    canvas->end_group();
    if (legend.height > 0) {
        canvas->begin_group("legend", {0, 0}, sheet);
        draw_ink(*canvas, legend.ink, unit);
        write_labels(*canvas, legend.labels, unit, legend.scale);
        canvas->end_group();
    }
    return canvas->finish();
}

}  // namespace thalweg
