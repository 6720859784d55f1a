#include "app/view/curve_paths.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>

#include "app/scene/number_format.h"
#include "app/view/path_letters.h"

namespace thalweg {
namespace {

constexpr float width = 2.6F, last_width = 4.6F, rest_width = 2.0F, rim = 1.4F;
constexpr float trail_opacity = 0.8F, rest_opacity = 0.36F;
constexpr float dots_apart = 6.0F;
/// Hops shorter than this are straight; longer ones rise by a share of their length, up to a limit.
constexpr double straight = 7.0, lift = 0.26, highest_lift = 60.0;
constexpr int pieces_of_hop = 16;
constexpr double tangent_reach = 120.0;
constexpr float smoothness = 0.3F;

/// A way from point to point, in pixels: a parabola that lies above the straight way.
struct Hop {
    PixelPoint from, to;
    double rise;  ///< of the middle, above that of the straight way

    PixelPoint at(double share) const {
        return {std::lerp(from.x, to.x, share), std::lerp(from.y, to.y, share) - 4.0 * rise * share * (1.0 - share)};
    }
};

Hop hop(const PixelPoint& from, const PixelPoint& to, int lane, float scale) {
    const double length = std::abs(to.x - from.x);
    if (!(length > straight * scale)) return {from, to, 0.0};
    const double rise = std::min(lift * length, highest_lift * scale);
    return {from, to, rise * (1.0 + 0.3 * (lane % 4))};
}

/// The way along the rows from `first` to `last`, the final hop cut after `share` of it.
std::vector<PixelPoint> way(const std::vector<PixelPoint>& rows, int first, int last, double share, int lane,
                            float scale) {
    std::vector<PixelPoint> points = {rows[static_cast<std::size_t>(first)]};
    for (int row = first; row < last; ++row) {
        const auto i = static_cast<std::size_t>(row);
        const Hop next = hop(rows[i], rows[i + 1], lane, scale);
        const double end = row + 1 == last ? share : 1.0;
        const int pieces = next.rise > 0.0 ? pieces_of_hop : 1;
        for (int piece = 1; piece <= pieces; ++piece) points.push_back(next.at(end * piece / pieces));
    }
    return points;
}

std::vector<PixelPoint> pixels_of(const PathTrace& trace, const CurvePlacement& placement) {
    std::vector<PixelPoint> rows;
    rows.reserve(trace.spots.size());
    for (std::size_t row = 0; row < trace.spots.size(); ++row)
        rows.push_back(placement.plot().pixel(trace.spots[row].x, trace.path->trajectory.losses[row]));
    return rows;
}

void stroke(Ink& ink, const CurvePlacement& placement, std::span<const PixelPoint> points, float line_width,
            const Color& color, float outline) {
    std::vector<Polyline> lines;
    placement.clip(points, lines);
    for (Polyline& line : lines) line = simplified(line, smoothness);
    if (outline > 0.0F)
        for (const Polyline& line : lines)
            ink.polyline(line, line_width + 2.0F * outline, mark_outline.with_alpha(0.8F * color.a));
    for (const Polyline& line : lines) ink.polyline(line, line_width, color);
}

/// The head of an arrow at the end of a way.
void draw_tip(Ink& ink, const CurvePlacement& placement, std::span<const PixelPoint> points, const InkStyle& style,
              const Color& color) {
    const PixelPoint tip = points.back();
    if (!placement.plot().contains(tip)) return;
    const double length = style.px(17.0F);
    for (auto tail = points.rbegin() + 1; tail != points.rend(); ++tail) {
        const double way_back = std::hypot(tip.x - tail->x, tip.y - tail->y);
        if (way_back < length) continue;
        const double share = length / way_back;
        const auto from = InkPoint{static_cast<float>(std::lerp(tip.x, tail->x, share)),
                                   static_cast<float>(std::lerp(tip.y, tail->y, share)), 0.0F};
        ink.arrow(from, {static_cast<float>(tip.x), static_cast<float>(tip.y), 0.0F}, style.px(last_width), color,
                  mark_outline.with_alpha(0.9F), style.px(rim));
        return;
    }
}

void draw_dots(Ink& ink, const PathTrace& trace, const std::vector<PixelPoint>& rows, const CurvePlacement& placement,
               const InkStyle& style, const Color& color) {
    const auto apart = [&](std::size_t a, std::size_t b) {
        return std::hypot(rows[a].x - rows[b].x, rows[a].y - rows[b].y) >= style.px(dots_apart);
    };
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const bool room = (row > 0 && apart(row, row - 1)) || (row + 1 < rows.size() && apart(row, row + 1));
        if (!placement.plot().contains(rows[row]) || !room) continue;
        const float opacity = static_cast<int>(row) <= trace.head.row ? 1.0F : rest_opacity;
        ink.glyph({static_cast<float>(rows[row].x), static_cast<float>(rows[row].y), 0.0F}, InkShape::disc,
                  style.px(3.4F), color.with_alpha(opacity), mark_outline.with_alpha(0.9F * opacity), style.px(1.2F));
    }
}

/// A tangent in pixels: from its point by (dx, dy) both ways.
struct Tangent {
    double slope;
    PixelPoint at;
    double dx, dy;
};

/// At the row that a path has reached; nullopt outside of the plot.
std::optional<Tangent> tangent_of(const PathTrace& trace, const CurvePlacement& placement, const InkStyle& style) {
    const CurvePlot& plot = placement.plot();
    const auto row = static_cast<std::size_t>(trace.head.row);
    const double slope = trace.path->trajectory.gradient(trace.head.row)[0];
    const PixelPoint at = plot.pixel(trace.spots[row].x, trace.path->trajectory.losses[row]);
    if (!std::isfinite(slope) || !plot.contains(at)) return std::nullopt;
    const double steepness = slope * plot.y_scale() / plot.x_scale();
    const double length = std::hypot(1.0, steepness), reach = style.px(static_cast<float>(tangent_reach));
    return Tangent{slope, at, reach / length, -reach * steepness / length};
}

}  // namespace

std::vector<PathTrace> trace_hops(const Session& session, const Scene& scene, const CurvePlacement& placement) {
    std::vector<PathTrace> traces = trace_paths(session, scene).paths;
    const CurvePlot& plot = placement.plot();
    for (PathTrace& trace : traces) {
        const auto row = static_cast<std::size_t>(trace.head.row);
        const std::vector<double>& losses = trace.path->trajectory.losses;
        PixelPoint place = plot.pixel(trace.spots[row].x, losses[row]);
        if (trace.head.share > 0.0 && row + 1 < trace.spots.size()) {
            const PixelPoint next = plot.pixel(trace.spots[row + 1].x, losses[row + 1]);
            place = hop(place, next, trace.path->color, placement.scale()).at(trace.head.share);
        }
        trace.head.spot = {plot.x(place.x), 0.0, line_z(scene.surface().scale, plot.y(place.y))};
    }
    return traces;
}

void draw_hops(Ink& ink, const std::vector<PathTrace>& traces, const CurvePlacement& placement, const InkStyle& style,
               const Session& session, const Pointer& pointer) {
    const auto lane = [](const PathTrace& trace) { return trace.path->color; };
    for (const PathTrace& trace : traces) {
        const auto rows = pixels_of(trace, placement);
        const auto last = static_cast<int>(rows.size()) - 1;
        if (trace.head.row < last)
            stroke(ink, placement, way(rows, trace.head.row, last, 1.0, lane(trace), placement.scale()),
                   style.px(rest_width), optimizer_color(trace.path->color).with_alpha(rest_opacity), 0.0F);
    }
    for (const PathTrace& trace : traces) {
        const auto rows = pixels_of(trace, placement);
        const Color color = optimizer_color(trace.path->color);
        const bool selected = trace.path->optimizer == pointer.selected_optimizer;
        // Between two rows the step under way is the last one.
        const bool under_way = trace.head.share > 0.0 && trace.head.row + 1 < static_cast<int>(rows.size());
        const int reached = trace.head.row + (under_way ? 1 : 0);
        const double share = under_way ? trace.head.share : 1.0;
        if (reached > 1)
            stroke(ink, placement, way(rows, 0, reached - 1, 1.0, lane(trace), placement.scale()),
                   style.px(selected ? width + 1.2F : width), color.with_alpha(trail_opacity), style.px(rim));
        if (session.display.step_dots) draw_dots(ink, trace, rows, placement, style, color);
        if (reached > 0) {
            const auto step = way(rows, reached - 1, reached, share, lane(trace), placement.scale());
            stroke(ink, placement, step, style.px(last_width), color, style.px(rim));
            if (!under_way) draw_tip(ink, placement, step, style, color);
        }
    }
}

void draw_tangents(Ink& ink, const std::vector<PathTrace>& traces, const CurvePlacement& placement,
                   const InkStyle& style) {
    for (const PathTrace& trace : traces) {
        const std::optional<Tangent> tangent = tangent_of(trace, placement, style);
        if (!tangent) continue;
        const auto& [slope, at, dx, dy] = *tangent;
        const std::vector<PixelPoint> line = {{at.x - dx, at.y - dy}, {at.x + dx, at.y + dy}};
        stroke(ink, placement, line, style.px(2.2F), optimizer_color(trace.path->color), style.px(1.4F));
    }
}

void name_slopes(Words& words, const std::vector<PathTrace>& traces, const CurvePlacement& placement,
                 const InkStyle& style) {
    if (!style.words) return;
    for (const PathTrace& trace : traces) {
        const std::optional<Tangent> tangent = tangent_of(trace, placement, style);
        if (!tangent) continue;
        const auto& [slope, at, dx, dy] = *tangent;
        const double aside = style.px(6.0F);
        const float up = dy < 0.0 ? 0.0F : 1.0F;  // beside the line, on the side that it leans away from
        words.write("slope " + format_number(slope),
                    {{at.x + dx + aside, at.y + dy, 0.0F, 0.5F},
                     {at.x - dx - aside, at.y - dy, 1.0F, 0.5F},
                     {at.x + 0.8 * dx + aside, at.y + 0.8 * dy, 0.0F, up},
                     {at.x - 0.8 * dx - aside, at.y - 0.8 * dy, 1.0F, 1.0F - up},
                     {at.x, at.y - 30.0 * style.scale, 0.5F, 1.0F},
                     {at.x, at.y + 30.0 * style.scale, 0.5F, 0.0F}},
                    15.0F, path_letters(trace.path->color, style));
    }
}

}  // namespace thalweg
