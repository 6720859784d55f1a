#include "app/view/contour_view.h"

#include <glad/gl.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>

#include "app/gl/canvas.h"
#include "app/view/arrow_ink.h"
#include "app/view/backdrop.h"
#include "app/view/contour_axes.h"
#include "app/view/contour_placement.h"
#include "app/view/head_labels.h"
#include "app/view/ink_layer.h"
#include "app/view/level_labels.h"
#include "app/view/map_layer.h"
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

/// All that the ground of the picture, the map without what lies on it, is made from.
struct Ground {
    Box window, domain;
    int width = 0, height = 0;
    float scale = 1.0F;
    Theme theme = Theme::dark;
    Colormap colormap = Colormap::viridis;
    bool level_lines = true;
    std::uint64_t map = 0, surface = 0;
    std::optional<Veil> veil = {};
    bool operator==(const Ground&) const = default;
};

}  // namespace

struct ContourView::Layers {
    explicit Layers(const std::filesystem::path& shaders) : backdrop(shaders), map(shaders), ink_layer(shaders) {}

    Backdrop backdrop;
    MapLayer map;
    InkLayer ink_layer;
    gl::Canvas canvas;
    Ink field, ink, furniture;
    std::vector<Label> labels;
    std::optional<Ground> ground;  ///< as it is in the canvas
    std::vector<Label> values;     ///< of the ground's level lines
};

ContourView::ContourView(const std::filesystem::path& shaders) : layers_(std::make_unique<Layers>(shaders)) {}
ContourView::~ContourView() = default;

void ContourView::upload(const Session& session, const Scene& scene, const ViewFrame&) {
    layers_->map.update(scene, session.display.colormap);
}

void ContourView::draw(const Session& session, const Scene& scene, const ViewFrame& frame, const Pointer& pointer,
                       const Overlay* overlay) {
    Layers& layers = *layers_;
    const gl::KeepTarget keep;
    const int width = std::max(frame.width, 1), height = std::max(frame.height, 1);
    const InkStyle style = ink_style(session.display, frame);
    const MapPlot plot = plot_of(session, frame);

    const std::optional<Veil> veil = overlay != nullptr ? overlay->veil() : std::nullopt;
    layers.labels.clear();
    layers.furniture.clear();
    layers.field.clear();
    layers.ink.clear();
    upload(session, scene, frame);
    const Ground ground{.window = plot.window,
                        .domain = scene.landscape().domain,
                        .width = width,
                        .height = height,
                        .scale = frame.scale,
                        .theme = session.display.theme,
                        .colormap = session.display.colormap,
                        .level_lines = session.display.level_lines,
                        .map = scene.map().revision,
                        .surface = scene.surface().revision,
                        .veil = veil};
    if (layers.ground != ground) {
        layers.ground = ground;
        layers.canvas.begin_ground(width, height, 1);
        layers.backdrop.draw(style.theme.background);
        layers.map.draw(scene, plot, width, height, style, session.display.level_lines, veil);
        layers.canvas.end_ground();
        layers.values.clear();
        if (ground.level_lines && !veil) layers.values = level_labels(scene, plot, style, ground.colormap);
    }
    layers.canvas.begin_overlay();
    if (scene.landscape().landscape == nullptr) return;

    const ContourPlacement placement(plot);
    const std::vector<PathTrace> traces = trace_paths(session, scene);
    std::vector<InkPoint> marks;
    if (session.display.stationary_points) marks = stationary_places(scene, placement);
    if (session.display.gradient_field && !veil) {
        for (const Label& value : layers.values) marks.push_back({value.x, value.y, 0.0F});
        draw_field(layers.field, session, scene, field_nodes(plot, scene.landscape().domain, style.scale), placement,
                   style, static_cast<float>(longest_field_arrow), marks);
    }
    if (!veil) draw_scene(layers.ink, session, scene, traces, placement, style, pointer);
    std::vector<Label> words;
    if (overlay != nullptr) overlay->draw(layers.ink, words, placement, style);
    if (!veil)
        add_head_labels(words, session, traces, placement, style,
                        {static_cast<float>(plot.left), static_cast<float>(plot.top),
                         static_cast<float>(plot.left + plot.width), static_cast<float>(plot.top + plot.height)});
    layers.labels = clear_labels(layers.values, layers.ink.places(), style.scale);
    layers.labels.insert(layers.labels.end(), words.begin(), words.end());
    draw_contour_axes(layers.furniture, layers.labels, scene, plot, style, !veil);
    layers.ink_layer.draw(layers.field, width, height, 0, 1.0F);
    layers.ink_layer.draw(layers.ink, width, height, 0, 1.0F);
    layers.ink_layer.draw(layers.furniture, width, height, 0, 1.0F);
}

unsigned ContourView::texture() const {
    return layers_->canvas.picture();
}
const std::vector<Label>& ContourView::labels() const {
    return layers_->labels;
}

std::array<int, 2> ContourView::plot_size(const Session& session, const ViewFrame& frame) {
    const MapPlot plot = plot_of(session, frame);
    return {static_cast<int>(plot.width), static_cast<int>(plot.height)};
}

PlanePoint ContourView::pick(const Session& session, const ViewFrame& frame, double px, double py) {
    return plot_of(session, frame).plane(px, py);
}

PixelPoint ContourView::project(const Session& session, const ViewFrame& frame, double x, double y) {
    return plot_of(session, frame).pixel(x, y);
}

}  // namespace thalweg
