#include "app/panels/layout.h"

#include <algorithm>
#include <cmath>

#include "app/panels/caption_strip.h"
#include "app/panels/plane_choice.h"
#include "app/panels/view_share.h"
#include "app/scene/curve.h"

namespace thalweg {
namespace {

// Design pixels.
constexpr float top_height = 40, thumbnails_width = 132, lower_height = 200, low_height = 48;
constexpr float parameter_height = 34, divider_width = 6;
constexpr float playback_width = 300, least_playback_width = 262, side_width = 470, lens_width = 350;
constexpr float projector_top = 52, projector_strip = 92;
constexpr float narrow_below = 1024, low_below = 460, two_views_from = 440;
/// Two views with less than this leave none for thumbnails.
constexpr float thumbnails_from = 840;

/// Takes a slice off one side of `rest`, never more than there is.
Area take_top(Area& rest, float size) {
    const float taken = std::clamp(std::round(size), 0.0F, rest.height);
    const Area slice{rest.x, rest.y, rest.width, taken};
    rest.y += taken;
    rest.height -= taken;
    return slice;
}

Area take_bottom(Area& rest, float size) {
    const float taken = std::clamp(std::round(size), 0.0F, rest.height);
    rest.height -= taken;
    return {rest.x, rest.y + rest.height, rest.width, taken};
}

Area take_left(Area& rest, float size) {
    const float taken = std::clamp(std::round(size), 0.0F, rest.width);
    const Area slice{rest.x, rest.y, taken, rest.height};
    rest.x += taken;
    rest.width -= taken;
    return slice;
}

Area take_right(Area& rest, float size) {
    const float taken = std::clamp(std::round(size), 0.0F, rest.width);
    rest.width -= taken;
    return {rest.x + rest.width, rest.y, taken, rest.height};
}

ViewAreas share_views(Area rest, const Display& display, float scale, bool curve) {
    if (curve) return {.surface = {}, .contour = {}, .divider = {}, .curve = rest};
    const ViewAreas alone{.surface = rest, .contour = {}, .divider = {}};
    switch (display.layout) {
        case ViewLayout::surface:
            return alone;
        case ViewLayout::contour:
            return {.surface = {}, .contour = rest, .divider = {}};
        case ViewLayout::both:
            // Two slivers show less than one view.
            if (rest.width < two_views_from * scale) return alone;
    }
    ViewAreas views;
    const float bar = std::round(divider_width * scale);
    const float room = rest.width - bar;
    views.surface = take_left(rest, room * static_cast<float>(surface_share(display.divider, room, rest.height)));
    views.divider = take_left(rest, bar);
    views.contour = rest;
    return views;
}

}  // namespace

Layout lay_out(const Session& session, const InterfaceState& state, const InterfaceInputs& inputs,
               int parameter_count) {
    const float scale = std::max(inputs.scale, 0.1F);
    Area rest{0, 0, std::max(inputs.width, 0.0F), std::max(inputs.height, 0.0F)};
    const bool curve = is_curve(inputs.scene.landscape());
    Layout layout;
    layout.narrow = rest.width < narrow_below * scale;
    layout.low = rest.height < low_below * scale;

    if (session.display.projector) {
        layout.top_bar = take_top(rest, projector_top * scale);
        layout.playback = take_bottom(rest, projector_strip * scale);
        layout.views = share_views(rest, session.display, scale, curve);
        return layout;
    }

    layout.top_bar = take_top(rest, top_height * scale);
    const float lower_wanted = std::clamp(0.25F * rest.height, lower_height * scale, 300 * scale);
    Area lower = take_bottom(rest, layout.low ? low_height * scale : lower_wanted);
    if (layout.low) {
        layout.playback = lower;
    } else {
        const float width = lower.width;
        const bool dock = state.show_optimizers || state.show_inspector;
        layout.dock_holds_both = state.show_optimizers && state.show_inspector && width >= 1800 * scale;
        layout.playback =
            take_left(lower, std::clamp(0.27F * width, least_playback_width * scale, playback_width * scale));
        // The dock's share leaves the chart about 3 : 2 on common windows; beyond that the chart grows.
        if (dock)
            layout.dock = take_right(lower, std::min((layout.dock_holds_both ? 1080 : 550) * scale, 0.48F * width));
        layout.chart = lower;
    }
    const bool lens = session.study.lens != LensKind::none;
    const bool side = lens || state.show_steps_table || state.show_stationary_table;
    const float side_wanted = side ? (lens ? lens_width : side_width) * scale : 0;
    const bool two_views = !curve && session.display.layout == ViewLayout::both;
    const bool crowded = side && two_views && rest.width - side_wanted < (thumbnails_width + thumbnails_from) * scale;
    if (!layout.narrow && !crowded) layout.thumbnails = take_left(rest, thumbnails_width * scale);
    if (side) layout.side = take_right(rest, std::min(side_wanted, 0.5F * rest.width));
    if (parameter_count > 0) {
        const float per_row = std::max(1.0F, std::floor(rest.width / (parameter_width * scale)));
        // Of more than two variables the plane is chosen in rows of its own.
        const float plane = inputs.scene.landscape().space ? static_cast<float>(plane_rows(rest.width, scale)) : 0.0F;
        const float rows =
            plane + std::min(std::ceil(static_cast<float>(parameter_count) / per_row), layout.low ? 1.0F : 3.0F);
        layout.parameters = take_top(rest, (rows * parameter_height + 4) * scale);
    }
    take_bottom(rest, caption_strip(session, state, inputs));
    layout.views = share_views(rest, session.display, scale, curve);
    return layout;
}

}  // namespace thalweg
