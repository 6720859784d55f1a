#include "app/view/path_ink.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <span>

#include "app/view/surface_placement.h"
#include "app/view/world.h"

namespace thalweg {
namespace {

constexpr float path_width = 3.0F, selected_path_width = 5.0F, rest_width = 2.0F;
constexpr float rest_opacity = 0.42F;
constexpr float rim = 1.5F;
/// Points of a path nearer to its line than this many pixels are left out.
constexpr float smoothness = 0.3F;
constexpr float dots_apart = 6.0F;

/// A part of a trace: spots, and for each whether the way to it is shown.
struct Stretch {
    std::vector<Spot> spots;
    std::vector<bool> shown;
};

Stretch trail_of(const PathTrace& trace) {
    const int reached = trace.spots_reached();
    Stretch trail{{trace.spots.begin(), trace.spots.begin() + reached},
                  {trace.shown.begin(), trace.shown.begin() + reached}};
    if (trace.head.share > 0.0 || trace.row_of[static_cast<std::size_t>(reached) - 1] != trace.head.row) {
        trail.spots.push_back(trace.head.spot);
        trail.shown.push_back(true);
    }
    return trail;
}

Stretch rest_of(const PathTrace& trace) {
    const int reached = trace.spots_reached();
    Stretch rest{{trace.head.spot}, {true}};
    rest.spots.insert(rest.spots.end(), trace.spots.begin() + reached, trace.spots.end());
    rest.shown.insert(rest.shown.end(), trace.shown.begin() + reached, trace.shown.end());
    return rest;
}

/// Calls draw with each run of spots between which all ways are shown.
template <class Draw>
void each_run(const Stretch& stretch, const Draw& draw) {
    const std::span<const Spot> spots = stretch.spots;
    for (std::size_t first = 0, last = 0; first < spots.size(); first = last + 1) {
        last = first;
        while (last + 1 < spots.size() && stretch.shown[last + 1]) ++last;
        if (last > first) draw(spots.subspan(first, last - first + 1));
    }
}

/// The way along a stretch in a picture, by a placement's path() or the like.
template <class Place>
std::vector<Polyline> lines_of(const Stretch& stretch, const Place& place) {
    std::vector<Polyline> lines;
    each_run(stretch, [&](std::span<const Spot> run) { place(run, lines); });
    for (Polyline& line : lines) line = simplified(line, smoothness);
    return lines;
}

std::vector<Polyline> lines_of(const Placement& placement, const Stretch& stretch) {
    return lines_of(stretch, [&](std::span<const Spot> run, auto& lines) { placement.path(run, lines); });
}

/// Dots at the rows that have room: at least one neighbouring step is long enough.
void draw_dots(Ink& ink, const PathTrace& trace, const Placement& placement, const InkStyle& style, const Color& color,
               float width) {
    std::vector<std::optional<InkPoint>> points;
    points.reserve(trace.spots.size());
    for (const Spot& spot : trace.spots) points.push_back(placement.point({spot.x, spot.y, placement.raised(spot)}));
    const auto apart = [&](std::size_t a, std::size_t b) {
        return points[a] && points[b] &&
               std::hypot(points[a]->x - points[b]->x, points[a]->y - points[b]->y) >= style.px(dots_apart);
    };
    for (std::size_t i = 1; i < points.size(); ++i) {
        const bool room = apart(i, i - 1) || (i + 1 < points.size() && apart(i, i + 1));
        if (!points[i] || !room || !trace.dotted[i]) continue;
        const float opacity = trace.row_of[i] <= trace.head.row ? 1.0F : rest_opacity;
        ink.glyph(*points[i], InkShape::disc, style.px(0.5F * width + 1.8F), color.with_alpha(opacity),
                  mark_outline.with_alpha(0.9F * opacity), style.px(1.2F));
    }
}

}  // namespace

void draw_paths(Ink& ink, const std::vector<PathTrace>& traces, const Placement& placement, const InkStyle& style,
                const Session& session, const Pointer& pointer) {
    for (const PathTrace& trace : traces) {
        const Color color = optimizer_color(trace.path->color).with_alpha(rest_opacity);
        for (const Polyline& line : lines_of(placement, rest_of(trace))) {
            ink.polyline(line, style.px(rest_width), color);
        }
    }
    for (const PathTrace& trace : traces) {
        const bool selected = trace.path->optimizer == pointer.selected_optimizer;
        const float width = selected ? selected_path_width : path_width;
        const Color color = optimizer_color(trace.path->color);
        const std::vector<Polyline> lines = lines_of(placement, trail_of(trace));
        for (const Polyline& line : lines) {
            ink.polyline(line, style.px(width + 2.0F * rim), mark_outline.with_alpha(0.85F));
        }
        for (const Polyline& line : lines) ink.polyline(line, style.px(width), color);
        if (session.display.step_dots) draw_dots(ink, trace, placement, style, color, width);
    }
}

void draw_path_shadows(Ink& ink, const std::vector<PathTrace>& traces, const SurfacePlacement& placement,
                       const InkStyle& style) {
    const Color shadow = rgb(0x000000).with_alpha(style.over_light ? 0.20F : 0.30F);
    for (const PathTrace& trace : traces) {
        const auto place = [&](std::span<const Spot> run, auto& lines) { placement.floor_path(run, lines); };
        for (const Polyline& line : lines_of(trail_of(trace), place)) ink.polyline(line, style.px(3.0F), shadow);
    }
    for (const PathTrace& trace : traces) {
        const Spot& spot = trace.head.spot;
        const std::optional<InkPoint> below = placement.floor_point(spot);
        const std::optional<InkPoint> above = placement.point({spot.x, spot.y, placement.raised(spot)});
        if (!below || !above) continue;
        ink.glyph(*below, InkShape::shadow, style.px(11.0F), shadow.with_alpha(0.6F), shadow, 0.0F);
        const Polyline drop = {*above, *below};
        ink.polyline(drop, style.px(1.25F), style.theme.quiet_text.with_alpha(0.8F));
    }
}

void draw_heads(Ink& ink, const std::vector<PathTrace>& traces, const Placement& placement, const InkStyle& style,
                const Pointer& pointer) {
    for (const PathTrace& trace : traces) {
        const Spot& spot = trace.head.spot;
        const std::optional<InkPoint> point = placement.point({spot.x, spot.y, placement.raised(spot)});
        if (!point) continue;
        const float radius = style.px(trace.path->optimizer == pointer.selected_optimizer ? 9.0F : 7.0F);
        InkPoint foot = *point;
        foot.x += 0.25F * radius;
        foot.y += 0.30F * radius;
        ink.glyph(foot, InkShape::shadow, 1.9F * radius, rgb(0x000000).with_alpha(0.55F), {}, 0.0F);
        const Color color = optimizer_color(trace.path->color);
        if (placement.has_depth()) {
            InkPoint center = *point;
            center.y -= 0.55F * radius;
            ink.glyph(center, InkShape::ball, radius + style.px(1.2F), color, mark_outline, style.px(1.2F));
        } else {
            ink.glyph(*point, shape_of(optimizer_marker(trace.path->color)), radius + style.px(2.6F), mark_fill,
                      mark_outline, style.px(1.2F));
            ink.glyph(*point, shape_of(optimizer_marker(trace.path->color)), radius, color, color, 0.0F);
        }
    }
}

void draw_start_handle(Ink& ink, const InkPoint& at, int start, const InkStyle& style, const Pointer& pointer) {
    const bool hovered = start == pointer.hovered_start;
    const bool selected = start == pointer.selected_start;
    if (hovered || selected) {
        ink.glyph(at, InkShape::disc, style.px(hovered ? 13.0F : 11.0F),
                  style.theme.accent.with_alpha(hovered ? 0.45F : 0.3F), {}, 0.0F);
    }
    const float radius = style.px(hovered ? 8.0F : 7.0F);
    ink.glyph(at, InkShape::disc, radius, mark_fill, mark_outline, style.px(1.6F));
    ink.glyph(at, InkShape::disc, 0.45F * radius, selected || hovered ? style.theme.accent : mark_outline, {}, 0.0F);
}

void draw_starts(Ink& ink, const Session& session, const Scene& scene, const Placement& placement,
                 const InkStyle& style, const Pointer& pointer) {
    for (std::size_t i = 0; i < session.starts.size(); ++i) {
        const Start& start = session.starts[i];
        const std::optional<Inspection> seen = scene.inspect(start.x, start.y);
        const double z = seen ? surface_z(scene.surface().scale, seen->value) : 0.0;
        const std::optional<InkPoint> point = placement.point({start.x, start.y, std::isfinite(z) ? z : 0.0});
        if (point) draw_start_handle(ink, *point, static_cast<int>(i), style, pointer);
    }
}

}  // namespace thalweg
