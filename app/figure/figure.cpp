#include "app/figure/figure.h"

#include <algorithm>

#include "app/figure/ink_figure.h"
#include "app/figure/paper.h"
#include "app/scene/curve.h"
#include "app/view/legend_ink.h"

namespace thalweg {
namespace {

/// The axes' numbers have so many design pixels.
constexpr double tick_pixels = 12;
constexpr double points_per_millimetre = 72 / 25.4;

}  // namespace

std::expected<std::vector<std::byte>, std::string> vector_figure(const Session& given, Scene& scene,
                                                                 const FigureOptions& options) {
    const Session session = drawn_for_file(given, options.theme);
    scene.update(session, 1, 1);
    if (!scene.landscape().complaint.empty()) return std::unexpected(scene.landscape().complaint);
    if (scene.landscape().landscape == nullptr) return std::unexpected("there is no landscape to draw");
    const bool curve = is_curve(scene.landscape());

    Paper paper{.session = session, .scene = scene, .options = options, .frame = {}, .size = {}};
    paper.unit = options.type / tick_pixels / static_cast<double>(Paper::pixels_per_design_pixel);
    paper.size = {options.width_mm * points_per_millimetre, options.height_mm * points_per_millimetre};
    paper.frame = {.width = std::max(1, static_cast<int>(paper.size.x / paper.unit)),
                   .height = std::max(1, static_cast<int>(paper.size.y / paper.unit)),
                   .scale = Paper::pixels_per_design_pixel};
    const LegendDrawing legend = options.legend ? draw_legend(session, paper.frame) : LegendDrawing{};
    paper.frame.height -= static_cast<int>(legend.height);

    const std::string title = (curve ? "f(x) = " : "f(x, y) = ") + landscape_words(session.landscape);
    const auto canvas = (options.format == FigureFormat::svg ? make_svg : make_pdf)(paper.size.x, paper.size.y, title);
    if (!options.transparent) {
        VectorPath ground;
        ground.rectangle({0, 0}, paper.size);
        canvas->fill(ground, paper.style().theme.background);
    }
    (curve ? draw_curve_figure : draw_map_figure)(*canvas, paper);
    if (legend.height > 0) {
        canvas->begin_group("legend", {0, 0}, paper.size);
        draw_ink(*canvas, legend.ink, paper.unit);
        write_labels(*canvas, legend.labels, paper.unit, legend.scale);
        canvas->end_group();
    }
    return canvas->finish();
}

}  // namespace thalweg
