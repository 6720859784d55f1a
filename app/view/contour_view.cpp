#include "app/view/contour_view.h"

#include <glad/gl.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>

#include "app/gl/canvas.h"
#include "app/scene/ensemble.h"
#include "app/view/backdrop.h"
#include "app/view/contour_drawing.h"
#include "app/view/ink_layer.h"
#include "app/view/level_labels.h"
#include "app/view/map_layer.h"

namespace thalweg {
namespace {

/// All that the ground of the picture, the map without what lies on it, is made from.
struct Ground {
    Box window, domain;
    ViewFrame frame;
    Theme theme = Theme::dark;
    Colormap colormap = Colormap::viridis;
    bool level_lines = true;
    std::uint64_t map = 0, surface = 0;
    float morph = 1.0F;
    std::shared_ptr<const ColoredBasins> basins = nullptr, nearer_basins = nullptr;
    std::optional<Veil> veil = {};
    bool operator==(const Ground&) const = default;
};

/// The map is drawn no other way while things move.
ViewFrame at_rest(ViewFrame frame) {
    frame.moving = false;
    return frame;
}

}  // namespace

struct ContourView::Layers {
    explicit Layers(const std::filesystem::path& shaders)
        : backdrop(shaders), map(shaders), ink_layer(shaders, InkLayer::Hiding::none) {}

    Backdrop backdrop;
    MapLayer map;
    InkLayer ink_layer;
    gl::Canvas canvas{gl::Canvas::Ground::flat};
    float morph = 1.0F;
    ContourDrawing drawing;
    TracedPaths traced;
    std::optional<Ground> ground;  ///< as it is in the canvas
    std::vector<Label> values;     ///< of the ground's level lines
};

ContourView::ContourView(const std::filesystem::path& shaders) : layers_(std::make_unique<Layers>(shaders)) {}
ContourView::~ContourView() = default;

void ContourView::set_morph(float share) {
    layers_->morph = share;
}

void ContourView::upload(const Session& session, const Scene& scene, const ViewFrame&) {
    layers_->map.update(scene, session.display.colormap, layers_->morph);
}

void ContourView::draw(const Session& session, const Scene& scene, const ViewFrame& frame, const Pointer& pointer,
                       const Overlay* overlay) {
    Layers& layers = *layers_;
    const gl::KeepTarget keep;
    const PicturePart part = frame.drawn();
    const InkStyle style = ink_style(session.display, frame);
    const MapPlot plot = plot_of(session, frame);

    const std::optional<Veil> veil = overlay != nullptr ? overlay->veil() : std::nullopt;
    layers.drawing = {};
    upload(session, scene, frame);
    const Ground ground{.window = plot.window,
                        .domain = scene.landscape().domain,
                        .frame = at_rest(frame),
                        .theme = session.display.theme,
                        .colormap = session.display.colormap,
                        .level_lines = session.display.level_lines,
                        .map = scene.map().revision,
                        .surface = scene.surface().revision,
                        .morph = layers.morph,
                        .basins = scene.ensemble().on_map(),
                        .nearer_basins = scene.ensemble().nearer_on_map(),
                        .veil = veil};
    if (layers.ground != ground) {
        layers.ground = ground;
        layers.canvas.begin_ground(part.width, part.height, 1);
        layers.backdrop.draw(style.theme.background, frame);
        layers.map.draw(scene, plot, frame, style, session.display.level_lines, veil);
        layers.canvas.end_ground();
        layers.values.clear();
        const bool still = layers.morph >= 1.0F;
        if (ground.level_lines && !veil && still) layers.values = level_labels(scene, plot, style, ground.colormap);
    }
    layers.canvas.begin_overlay();
    if (scene.landscape().landscape == nullptr) return;

    const PathTraces& traces = layers.traced.update(session, scene, ContourPlacement(plot).seen());
    layers.drawing = draw_contour(session, scene, frame, traces, layers.values, pointer, overlay);
    layers.ink_layer.draw(layers.drawing.field, part);
    layers.ink_layer.draw(layers.drawing.ink, part);
    layers.ink_layer.draw(layers.drawing.furniture, part);
}

unsigned ContourView::texture() const {
    return layers_->canvas.picture();
}
const std::vector<Label>& ContourView::labels() const {
    return layers_->drawing.labels;
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
