#include "app/view/surface_view.h"

#include <glad/gl.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>

#include "app/gl/canvas.h"
#include "app/scene/ensemble.h"
#include "app/view/arrow_ink.h"
#include "app/view/backdrop.h"
#include "app/view/head_labels.h"
#include "app/view/ink_layer.h"
#include "app/view/label_room.h"
#include "app/view/mark_ink.h"
#include "app/view/path_ink.h"
#include "app/view/scene_ink.h"
#include "app/view/sheet_layer.h"
#include "app/view/surface_axes.h"
#include "app/view/surface_placement.h"
#include "app/view/terrain_layer.h"

namespace thalweg {
namespace {

/// Paths, marks and balls behind the surface.
constexpr float shine_through = 0.25F;
constexpr int resting_samples = 4;
/// Pictures of more pixels than this are smooth by their size, and four samples of each would not fit into memory.
constexpr double most_multisampled_pixels = 1.2e7;
/// Field arrows along a square domain's side; a longer one has more.
constexpr int field_columns = 15;

/// Nodes in the middles of the cells of a regular lattice over the domain.
std::vector<PlanePoint> field_nodes(const World& world) {
    const int columns = std::max(3, static_cast<int>(std::lround(field_columns * world.half_x)));
    const int rows = std::max(3, static_cast<int>(std::lround(field_columns * world.half_y)));
    std::vector<PlanePoint> nodes;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            nodes.push_back({world.domain.x0 + world.domain.width() * (column + 0.5) / columns,
                             world.domain.y0 + world.domain.height() * (row + 0.5) / rows});
        }
    }
    return nodes;
}

/// All that the ground of the picture, surface and floor, is made from.
struct Ground {
    CameraPose camera;
    ViewFrame frame;  ///< but for `moving`
    Theme theme = Theme::dark;
    Colormap colormap = Colormap::viridis;
    bool level_lines = true;
    std::uint64_t surface = 0;
    float morph = 1.0F;
    std::shared_ptr<const ColoredBasins> basins = nullptr;
    std::optional<Veil> veil = {};
    bool operator==(const Ground&) const = default;
};

}  // namespace

struct SurfaceView::Layers {
    explicit Layers(const std::filesystem::path& folder)
        : shaders(folder), backdrop(folder), terrain(folder), ink_layer(folder, InkLayer::Hiding::by_depth) {}

    std::filesystem::path shaders;

    Backdrop backdrop;
    TerrainLayer terrain;
    InkLayer ink_layer;
    std::optional<SheetLayer> sheet_layer;  ///< made for the first sheet
    gl::Canvas canvas;
    float morph = 1.0F;
    Ink furniture, ink;
    TracedPaths traced;
    std::vector<Label> labels;
    std::optional<Ground> ground;  ///< as it is in the canvas …
    bool ground_at_rest = false;   ///< … and whether in the quality of a picture at rest

    void draw_ground(Ground wanted, const World& world, const Camera& camera, const InkStyle& style);
};

void SurfaceView::Layers::draw_ground(Ground wanted, const World& world, const Camera& camera, const InkStyle& style) {
    const bool moving = std::exchange(wanted.frame.moving, false);
    const PicturePart part = wanted.frame.drawn();
    if (ground == wanted && (moving || ground_at_rest)) return;
    ground = wanted;
    ground_at_rest = !moving;
    const bool multisampled = !moving && static_cast<double>(part.width) * part.height <= most_multisampled_pixels;
    canvas.begin_ground(part.width, part.height, multisampled ? resting_samples : 1);
    glClearDepth(1.0);
    glClear(GL_DEPTH_BUFFER_BIT);
    backdrop.draw(style.theme.background, wanted.frame);
    terrain.draw(world, camera, style,
                 {.moving = moving,
                  .multisampled = multisampled,
                  .level_lines = wanted.level_lines,
                  .veil = wanted.veil,
                  .part = part});
    if (wanted.frame.background == Background::transparent) backdrop.make_solid_opaque();
    canvas.end_ground();
}

SurfaceView::SurfaceView(const std::filesystem::path& shaders) : layers_(std::make_unique<Layers>(shaders)) {}
SurfaceView::~SurfaceView() = default;

void SurfaceView::set_morph(float share) {
    layers_->morph = share;
}

void SurfaceView::upload(const Session& session, const Scene& scene, const ViewFrame& frame) {
    const CameraPose& pose = session.display.camera;
    const Camera camera(pose, std::max(frame.width, 1), std::max(frame.height, 1));
    layers_->terrain.update(scene, world_of(scene.landscape().domain), session.display.colormap, frame.moving,
                            camera.pixels_per_unit(pose.distance), layers_->morph);
}

void SurfaceView::draw(const Session& session, const Scene& scene, const ViewFrame& frame, const Pointer& pointer,
                       const Overlay* overlay) {
    Layers& layers = *layers_;
    const gl::KeepTarget keep;
    const int width = std::max(frame.width, 1), height = std::max(frame.height, 1);
    const InkStyle style = ink_style(session.display, frame);
    const World world = world_of(scene.landscape().domain);
    const Camera camera(session.display.camera, width, height);
    const std::optional<Veil> veil = overlay != nullptr ? overlay->veil() : std::nullopt;
    layers.labels.clear();
    layers.furniture.clear();
    layers.ink.clear();
    upload(session, scene, frame);
    layers.draw_ground({.camera = session.display.camera,
                        .frame = frame,
                        .theme = session.display.theme,
                        .colormap = session.display.colormap,
                        .level_lines = session.display.level_lines,
                        .surface = scene.surface().revision,
                        .morph = layers.morph,
                        .basins = scene.ensemble().on_surface(),
                        .veil = veil},
                       world, camera, style);
    layers.canvas.begin_overlay();
    if (layers.terrain.field().columns < 2) return;

    const SurfacePlacement placement(world, camera,
                                     {.sampled = layers.terrain.field(), .shown = layers.terrain.shown()},
                                     session.display.camera.distance);
    const PathTraces& traces = layers.traced.update(session, scene, placement.seen());
    draw_surface_axes(layers.furniture, layers.labels, scene, world, camera, style, !veil);
    if (!veil) draw_path_shadows(layers.furniture, traces.paths, placement, style);
    std::vector<InkPoint> marks;
    if (session.display.stationary_points) marks = stationary_places(scene, placement);
    if (session.display.gradient_field && !veil) {
        const double cell = camera.pixels_per_unit(session.display.camera.distance) * 2.0 / field_columns;
        draw_field(layers.ink, session, scene, field_nodes(world), placement, style,
                   static_cast<float>(0.8 * cell) / style.scale, marks,
                   {0.0, static_cast<double>(width), 0.0, static_cast<double>(height)});
    }
    if (!veil) draw_scene(layers.ink, session, scene, traces, placement, style, pointer);
    const std::size_t first = layers.labels.size();
    if (overlay != nullptr) overlay->draw(layers.ink, layers.labels, placement, style);
    keep_apart(layers.labels, first, style);
    if (!veil)
        add_head_labels(layers.ink, layers.labels, session, traces.paths, placement, style,
                        {0, 0, static_cast<float>(width), static_cast<float>(height)}, pointer);
    if (!style.words) layers.labels.clear();
    layers.ink_layer.draw(layers.furniture, frame.drawn(), layers.canvas.depth(), 0.0F);
    if (const auto* const standing = dynamic_cast<const StandsInSpace*>(overlay)) {
        for (const Sheet& sheet : standing->sheets()) {
            if (!layers.sheet_layer) layers.sheet_layer.emplace(layers.shaders);
            layers.sheet_layer->draw(sheet_triangles(sheet, placement, camera), frame.drawn(), layers.canvas.depth(),
                                     shine_through);
        }
    }
    layers.ink_layer.draw(layers.ink, frame.drawn(), layers.canvas.depth(), shine_through);
}

unsigned SurfaceView::texture() const {
    return layers_->canvas.picture();
}
const std::vector<Label>& SurfaceView::labels() const {
    return layers_->labels;
}

}  // namespace thalweg
