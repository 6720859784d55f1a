#include "app/view/contour_drawing.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "app/scene/ensemble.h"
#include "app/view/arrow_ink.h"
#include "app/view/contour_axes.h"
#include "app/view/head_labels.h"
#include "app/view/label_room.h"
#include "app/view/level_labels.h"
#include "app/view/mark_ink.h"
#include "app/view/path_ink.h"
#include "app/view/scene_ink.h"

namespace thalweg {
namespace {

/// Field arrows are about so many design pixels apart.
constexpr double field_spacing = 44.0;
constexpr double longest_field_arrow = 0.8 * field_spacing;

/// A lattice fixed to the plane, so that arrows stay where they are while the map is panned; its spacing doubles and
/// halves with the zoom.
std::vector<PlanePoint> field_nodes(const MapPlot& plot, const Box& domain, float scale) {
    const auto spacing = [&](double side, double pixels_per_unit) {
        const double wanted = field_spacing * scale / pixels_per_unit;
        return side * std::exp2(std::round(std::log2(wanted / side * 16.0))) / 16.0;
    };
    const double dx = spacing(domain.width(), plot.width / plot.window.width());
    const double dy = spacing(domain.height(), plot.height / plot.window.height());
    std::vector<PlanePoint> nodes;
    const double first_x = std::ceil((plot.window.x0 - domain.x0) / dx - 0.5);
    const double first_y = std::ceil((plot.window.y0 - domain.y0) / dy - 0.5);
    const int columns = static_cast<int>(std::min(plot.window.width() / dx, 500.0)) + 1;
    const int rows = static_cast<int>(std::min(plot.window.height() / dy, 500.0)) + 1;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            nodes.push_back({domain.x0 + (first_x + column + 0.5) * dx, domain.y0 + (first_y + row + 0.5) * dy});
        }
    }
    return nodes;
}

}  // namespace

ContourDrawing draw_contour(const Session& session, const Scene& scene, const ViewFrame& frame,
                            const PathTraces& traces, std::span<const Label> values, const Pointer& pointer,
                            const Overlay* overlay) {
    ContourDrawing drawing;
    const InkStyle style = ink_style(session.display, frame);
    const MapPlot plot = plot_of(session, frame);
    const ContourPlacement placement(plot);
    const bool veiled = overlay != nullptr && overlay->veil().has_value();
    std::vector<InkPoint> marks;
    if (session.display.stationary_points) marks = stationary_places(scene, placement);
    if (session.display.gradient_field && !veiled) {
        for (const Label& value : values) marks.push_back({value.x, value.y, 0.0F});
        draw_field(drawing.field, session, scene, field_nodes(plot, scene.landscape().domain, style.scale), placement,
                   style, static_cast<float>(longest_field_arrow), marks,
                   {plot.left, plot.left + plot.width, plot.top, plot.top + plot.height});
    }
    if (!veiled) draw_scene(drawing.ink, session, scene, traces, placement, style, pointer);
    std::vector<Label> words;
    const bool heights = !veiled && scene.ensemble().on_map() == nullptr;
    draw_contour_axes(drawing.furniture, words, scene, plot, style, heights);
    const std::size_t first = words.size();
    if (overlay != nullptr) overlay->draw(drawing.ink, words, placement, style);
    keep_apart(words, first, style);
    if (!veiled) {
        add_head_labels(drawing.ink, words, session, traces.paths, placement, style,
                        {static_cast<float>(plot.left), static_cast<float>(plot.top),
                         static_cast<float>(plot.left + plot.width), static_cast<float>(plot.top + plot.height)},
                        pointer);
    }
    drawing.labels = clear_labels(values, drawing.ink.places(), style.scale);
    std::erase_if(drawing.labels, [&](const Label& value) {
        const PictureArea room = covered_by(value, style);
        return std::ranges::any_of(words, [&](const Label& word) { return room.meets(covered_by(word, style)); });
    });
    drawing.labels.insert(drawing.labels.end(), words.begin(), words.end());
    return drawing;
}

}  // namespace thalweg
