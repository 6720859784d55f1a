#include "app/stage/stage.h"

#include <glad/gl.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>
#include <utility>

#include "app/lenses/lens_shelf.h"
#include "app/panels/view_share.h"
#include "app/scene/curve.h"
#include "app/stage/gui.h"
#include "app/stage/labels.h"
#include "app/stage/magnifier.h"
#include "app/stage/morph.h"
#include "app/stage/thumbnails.h"
#include "app/stage/view_slot.h"
#include "app/stage/window_picture.h"

namespace thalweg {
namespace {

/// Projector mode enlarges what views draw as it does the interface's type, from 15 to 28 pixels.
constexpr float projector_enlargement = 28.0F / 15.0F;

/// In projector mode type grows with the picture: on a screen of twice 1920 × 1080 it is twice as large, whatever the
/// display asks for, since a room sees both equally large. In quarters, so that few sizes of fonts are made.
float scale_for_a_room(float display_scale, int width, int height) {
    const float whole = std::min(static_cast<float>(width) / 1920, static_cast<float>(height) / 1080);
    return std::max(display_scale, std::floor(std::min(whole, 4.0F) * 4) / 4);
}

ViewFrame frame_of(const Area& area, const Display& display, float scale, bool moving) {
    return {.width = std::max(1, static_cast<int>(area.width)),
            .height = std::max(1, static_cast<int>(area.height)),
            .scale = display.projector ? scale * projector_enlargement : scale,
            .moving = moving};
}

void clear(const Color& color, int width, int height) {
    glViewport(0, 0, width, height);
    glDisable(GL_SCISSOR_TEST);
    glClearColor(color.r, color.g, color.b, color.a);
    glClear(GL_COLOR_BUFFER_BIT);
}

/// A view of the picture that is there in part.
ViewFrame frame_of(const Area& area, const Session& session, const ViewsPicture& picture) {
    ViewFrame frame = frame_of(area, session.display, picture.scale, false);
    frame.background = picture.background;
    if (picture.part.empty() || area.width <= 0) return frame;
    const int left = static_cast<int>(area.x), top = static_cast<int>(area.y);
    const PicturePart seen = overlap(picture.part, {left, top, frame.width, frame.height});
    // Pixels must pair up as in the whole picture: shaders compare neighbours within squares of four.
    const int odd_left = (seen.left - left) % 2, odd_below = (top + frame.height - seen.bottom()) % 2;
    frame.part = {seen.left - left - odd_left, seen.top - top, seen.width + odd_left, seen.height + odd_below};
    if (seen.empty()) frame.part = {};
    return frame;
}

/// Nothing of the view is in the part that is drawn.
bool is_elsewhere(const ViewFrame& frame, const ViewsPicture& picture) {
    return !picture.part.empty() && frame.part.empty();
}

/// Where in the framebuffer the part of a view goes that was drawn.
Area shown_area(const Area& area, const ViewFrame& frame, const PicturePart& part) {
    const PicturePart drawn = frame.drawn();
    return {area.x + static_cast<float>(drawn.left - part.left), area.y + static_cast<float>(drawn.top - part.top),
            static_cast<float>(drawn.width), static_cast<float>(drawn.height)};
}

void write_labels_of(ImDrawList& list, std::span<const Label> labels, const Area& area, float scale, float font_scale) {
    if (area.width <= 0) return;
    list.PushClipRect({area.x, area.y}, {area.x + area.width, area.y + area.height}, true);
    draw_labels(list, labels, area, scale, font_scale);
    list.PopClipRect();
}

}  // namespace

float design_scale(const Display& display, float display_scale) {
    return display_scale * static_cast<float>(std::clamp(display.interface_scale, 0.5, 3.0));
}

struct Stage::Parts {
    Gui gui;
    WindowPicture window;
    ViewSlot<SurfaceView> surface;
    ViewSlot<ContourView> contour;
    std::optional<ViewSlot<CurveView>> curve;  ///< since there was a curve to show
    Thumbnails thumbnails;
    LensShelf lenses;
    Magnifier magnifier;
    Morph morph;
    bool morphs = false;               ///< whether landscapes grow out of each other at all
    std::array<int, 2> plot = {1, 1};  ///< width and height of the last contour map's plot area in a window

    std::function<void(StagePart)> watch;
    std::filesystem::path shaders;

    Parts(const std::filesystem::path& folder, LoadedFonts fonts)
        : gui(std::move(fonts)), window(folder), surface(folder), contour(folder), shaders(folder) {}

    void ended(StagePart part) const {
        if (watch) watch(part);
    }

    /// Draws what the views show otherwise than before. Of a view that is not shown the area is empty.
    std::array<ShownView, 3> draw(const Session& session, const Scene& scene, const StageLayout& layout,
                                  const Pointer& pointer) {
        std::array<ShownView, 3> shown{ShownView{.area = layout.areas.surface}, ShownView{.area = layout.areas.contour},
                                       ShownView{.area = layout.areas.curve}};
        const auto is_shown = [&](std::size_t view) { return shown[view].area.width > 0; };
        if (is_shown(0)) surface.upload(session, scene, layout.surface);
        if (is_shown(1)) contour.upload(session, scene, layout.contour);
        ended(StagePart::upload);
        if (is_shown(0)) shown[0].fresh = surface.bring_up_to_date(session, scene, layout.surface, pointer, &lenses);
        shown[0].texture = surface.view().texture();
        if (is_shown(2)) {
            if (!curve) curve.emplace(shaders);
            shown[2].fresh = curve->bring_up_to_date(session, scene, layout.curve, pointer, &lenses);
            shown[2].texture = curve->view().texture();
        }
        ended(StagePart::surface);
        if (is_shown(1)) shown[1].fresh = contour.bring_up_to_date(session, scene, layout.contour, pointer, &lenses);
        shown[1].texture = contour.view().texture();
        ended(StagePart::contour);
        return shown;
    }

    /// The pictures of the last time at the upper left of where the views are now, and the layout that they have there.
    std::array<ShownView, 3> draw_frozen(StageLayout& layout) const {
        const auto show = [](const auto& slot, const Area& area, ViewFrame& frame) {
            ShownView shown{.texture = slot.view().texture(), .area = area};
            const std::optional<ViewFrame> drawn = slot.frame_drawn();
            if (!drawn || area.width <= 0) return ShownView{};
            frame = *drawn;
            shown.area.width = static_cast<float>(drawn->width);
            shown.area.height = static_cast<float>(drawn->height);
            return shown;
        };
        return {show(surface, layout.areas.surface, layout.surface),
                show(contour, layout.areas.contour, layout.contour),
                curve ? show(*curve, layout.areas.curve, layout.curve) : ShownView{}};
    }

    void write_labels(ImDrawList& list, const StageLayout& layout) const {
        const float font_scale = gui.scale();
        write_labels_of(list, surface.view().labels(), layout.areas.surface, layout.surface.scale, font_scale);
        write_labels_of(list, contour.view().labels(), layout.areas.contour, layout.contour.scale, font_scale);
        if (curve) write_labels_of(list, curve->view().labels(), layout.areas.curve, layout.curve.scale, font_scale);
    }
};

Stage::Stage(const std::filesystem::path& resources, LoadedFonts fonts)
    : parts_(std::make_unique<Parts>(resources / "shaders", std::move(fonts))) {}
Stage::~Stage() = default;

void Stage::watch_parts(std::function<void(StagePart)> ended) {
    parts_->watch = std::move(ended);
}

void Stage::morph_landscapes() {
    parts_->morphs = true;
}

bool Stage::settled() const {
    return parts_->thumbnails.complete() && !parts_->morph.going_on();
}

StageLayout Stage::draw_window(Session& session, Scene& scene, const Catalogue& catalogue, InterfaceState& state,
                               InterfaceRequests& requests, const Pointer& pointer, int width, int height,
                               float display_scale, bool moving, bool can_undo, bool can_redo) {
    Parts& parts = *parts_;
    if (session.display.projector) display_scale = scale_for_a_room(display_scale, width, height);
    const float scale = design_scale(session.display, display_scale);
    if (!moving) scene.go_on();
    // What the pointer has just edited is already shown by the panels of this very frame …
    scene.update(session, parts.plot[0], parts.plot[1]);
    parts.ended(StagePart::scene);
    if (parts.gui.set_look(session.display.theme, scale)) parts.window.forget();
    parts.thumbnails.begin_frame(session.display.colormap);
    parts.gui.begin_frame(width, height);
    const InterfaceInputs inputs{
        .scene = scene,
        .catalogue = catalogue,
        .width = static_cast<float>(width),
        .height = static_cast<float>(height),
        .scale = scale,
        .thumbnail = [&](const LandscapeChoice& choice) { return parts.thumbnails.texture(choice); },
        .can_undo = can_undo,
        .can_redo = can_redo,
        .draw_lens = [&](Panel& panel) { parts.lenses.draw_panel(panel); }};
    if (requests.undo && parts.lenses.take_back(scene)) requests.undo = false;
    parts.lenses.set_hovered(pointer.hovered_study);
    parts.lenses.update(session, scene, state);
    state.blindfolded = parts.lenses.veil().has_value();
    const ViewAreas areas = draw_interface(session, state, requests, inputs);
    StageLayout layout{.areas = areas,
                       .surface = frame_of(areas.surface, session.display, scale, moving),
                       .contour = frame_of(areas.contour, session.display, scale, moving),
                       .curve = frame_of(areas.curve, session.display, scale, moving)};
    parts.ended(StagePart::interface);
    // … and what the panels have just edited by the views.
    parts.plot = ContourView::plot_size(session, layout.contour);
    scene.update(session, parts.plot[0], parts.plot[1]);
    const bool animated = parts.morphs && session.display.animations && !moving;
    const float morph = parts.morph.share(shown_landscape(scene), animated, ImGui::GetTime());
    for (ViewFrame* const frame : {&layout.surface, &layout.contour}) frame->moving = moving || morph < 1.0F;
    parts.lenses.update(session, scene, state);
    parts.ended(StagePart::scene);
    StageLayout shown = layout;
    if (!state.presenter.frozen) {
        parts.surface.set_morph(morph);
        parts.contour.set_morph(morph);
        if (parts.curve) parts.curve->set_morph(morph);
    }
    const auto views = state.presenter.frozen ? parts.draw_frozen(shown) : parts.draw(session, scene, layout, pointer);
    parts.write_labels(*ImGui::GetBackgroundDrawList(), shown);
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    parts.window.draw(Gui::end_frame(), theme_colors(session.display.theme).background, views);
    if (state.presenter.magnifier && ImGui::IsMousePosValid(&mouse))
        parts.magnifier.draw(parts.gui, mouse, width, height, scale);
    parts.ended(StagePart::interface);
    return layout;
}

void Stage::draw_views(const Session& session, Scene& scene, const ViewsPicture& picture) {
    Parts& parts = *parts_;
    const auto w = static_cast<float>(picture.width), h = static_cast<float>(picture.height);
    StageLayout whole{.areas = {.surface = {0, 0, w, h}, .contour = {0, 0, w, h}, .divider = {}},
                      .surface = {},
                      .contour = {},
                      .curve = {}};
    ViewAreas& areas = whole.areas;
    scene.update(session, parts.plot[0], parts.plot[1]);
    if (picture.layout == ViewLayout::surface) areas.contour.width = 0;
    if (picture.layout == ViewLayout::contour) areas.surface.width = 0;
    if (picture.layout == ViewLayout::both && is_curve(scene.landscape())) {
        areas = {.surface = {}, .contour = {}, .divider = {}, .curve = {0, 0, w, h}};
    } else if (picture.layout == ViewLayout::both) {
        areas.surface.width = std::round(w * static_cast<float>(surface_share(session.display.divider, w, h)));
        areas.contour.x = areas.surface.width;
        areas.contour.width = w - areas.surface.width;
    }
    whole.surface = frame_of(areas.surface, session, picture);
    whole.contour = frame_of(areas.contour, session, picture);
    whole.curve = frame_of(areas.curve, session, picture);
    const std::array<int, 2> plot = ContourView::plot_size(session, whole.contour);
    scene.update(session, plot[0], plot[1]);
    parts.lenses.update(session, scene, {});
    if (parts.gui.set_look(session.display.theme, picture.scale)) parts.window.forget();

    for (const auto& [area, frame] : {std::pair{&areas.surface, &whole.surface},
                                      std::pair{&areas.contour, &whole.contour}, std::pair{&areas.curve, &whole.curve}})
        if (is_elsewhere(*frame, picture)) area->width = 0;
    const PicturePart part = picture.drawn();
    const Color ground = theme_colors(session.display.theme).background;
    clear(picture.background == Background::transparent ? ground.with_alpha(0) : ground, part.width, part.height);
    std::array<ShownView, 3> shown = parts.draw(session, scene, whole, {});
    shown[0].area = shown_area(areas.surface, whole.surface, part);
    shown[1].area = shown_area(areas.contour, whole.contour, part);
    shown[2].area = shown_area(areas.curve, whole.curve, part);
    for (std::size_t view = 0; view < shown.size(); ++view)
        if (std::array{&areas.surface, &areas.contour, &areas.curve}.at(view)->width > 0)
            copy_view(shown.at(view), {0, 0, part.width, part.height}, part.height);
    parts.gui.draw_alone(part, [&](ImDrawList& list) { parts.write_labels(list, whole); });
}

int piece_margin(const ViewsPicture& picture) {
    constexpr float largest_mark = 28.0F;  // design pixels that a mark with its shadow reaches from its middle
    return static_cast<int>(std::ceil(largest_mark * picture.scale)) + 2;
}

}  // namespace thalweg
