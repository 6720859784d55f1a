#include "app/view/path_ink.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
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

PathHead head_at(const std::vector<Spot>& spots, double step) {
    const int last = static_cast<int>(spots.size()) - 1;
    const double clamped = std::clamp(step, 0.0, static_cast<double>(last));
    PathHead head{.row = static_cast<int>(clamped), .share = 0.0, .spot = {}};
    head.share = clamped - head.row;
    const Spot& from = spots[static_cast<std::size_t>(head.row)];
    const Spot& to = spots[static_cast<std::size_t>(std::min(head.row + 1, last))];
    head.spot = head.share > 0.0 ? Spot{std::lerp(from.x, to.x, head.share), std::lerp(from.y, to.y, head.share),
                                        std::lerp(from.z, to.z, head.share)}
                                 : from;
    return head;
}

std::vector<Spot> trail_of(const PathTrace& trace) {
    std::vector<Spot> trail(trace.spots.begin(), trace.spots.begin() + trace.head.row + 1);
    if (trace.head.share > 0.0) trail.push_back(trace.head.spot);
    return trail;
}

std::vector<Spot> rest_of(const PathTrace& trace) {
    std::vector<Spot> rest = {trace.head.spot};
    rest.insert(rest.end(), trace.spots.begin() + trace.head.row + 1, trace.spots.end());
    return rest;
}

std::vector<Polyline> lines_of(const Placement& placement, std::span<const Spot> spots) {
    std::vector<Polyline> lines;
    placement.path(spots, lines);
    for (Polyline& line : lines) line = simplified(line, smoothness);
    return lines;
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
    for (std::size_t row = 1; row < points.size(); ++row) {
        const bool room = apart(row, row - 1) || (row + 1 < points.size() && apart(row, row + 1));
        if (!points[row] || !room) continue;
        const bool reached = static_cast<int>(row) <= trace.head.row;
        const float opacity = reached ? 1.0F : rest_opacity;
        ink.glyph(*points[row], InkShape::disc, style.px(0.5F * width + 1.8F), color.with_alpha(opacity),
                  mark_outline.with_alpha(0.9F * opacity), style.px(1.2F));
    }
}

}  // namespace

std::vector<PathTrace> trace_paths(const Session& session, const Scene& scene) {
    std::vector<PathTrace> traces;
    const HeightScale& scale = scene.surface().scale;
    for (const Path& path : scene.paths().paths) {
        const Trajectory& trajectory = path.trajectory;
        PathTrace trace{.path = &path, .spots = {}, .head = {}};
        for (int row = 0; row < trajectory.rows(); ++row) {
            const std::span<const double> position = trajectory.position(row);
            const double f = trajectory.losses[static_cast<std::size_t>(row)];
            // A curve's path lies in the middle of the surface that stands for it.
            const Spot spot = {position[0], position.size() > 1 ? position[1] : 0.0, surface_z(scale, f)};
            if (!std::isfinite(spot.x) || !std::isfinite(spot.y) || !std::isfinite(spot.z)) break;
            trace.spots.push_back(spot);
        }
        if (trace.spots.empty()) continue;
        trace.head = head_at(trace.spots, session.playback.step);
        traces.push_back(std::move(trace));
    }
    return traces;
}

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
        std::vector<Polyline> lines;
        placement.floor_path(trail_of(trace), lines);
        for (const Polyline& line : lines) ink.polyline(simplified(line, smoothness), style.px(3.0F), shadow);
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
