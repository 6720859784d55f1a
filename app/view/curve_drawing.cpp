#include "app/view/curve_drawing.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "app/scene/near_zero.h"
#include "app/scene/number_format.h"
#include "app/view/basin_strip.h"
#include "app/view/curve_ink.h"
#include "app/view/curve_paths.h"
#include "app/view/label_room.h"
#include "app/view/mark_ink.h"

namespace thalweg {
namespace {

/// Stationary points have their coordinates written beside them when there are no more than this.
constexpr std::size_t most_named = 9;
/// Of a path, so many points at its beginning are kept free of words.
constexpr std::size_t most_rows_kept_free = 100;

void draw_start_handles(Ink& ink, const Session& session, const CurvePlacement& placement, const InkStyle& style,
                        const Pointer& pointer) {
    const CurvePlot& plot = placement.plot();
    for (std::size_t i = 0; i < session.starts.size(); ++i) {
        const double x = session.starts[i].x;
        if (x < plot.x0 || x > plot.x1) continue;
        const PixelPoint at = kept_inside(plot, plot.pixel(x, placement.value(x)));
        draw_start_handle(ink, {static_cast<float>(at.x), static_cast<float>(at.y), 0.0F}, static_cast<int>(i), style,
                          pointer);
    }
}

void name_stationary_points(Words& words, const Scene& scene, const CurvePlacement& placement, const InkStyle& style) {
    const auto& points = scene.stationary().report.points;
    if (points.size() > most_named || !style.words) return;
    const double aside = style.px(16.0F);
    const CurvePlot& plot = placement.plot();
    for (const StationaryPoint& point : points) {
        const PixelPoint at = plot.pixel(point.x, point.value);
        if (!plot.contains(at)) continue;
        const std::string text =
            fmt::format("{} ({}, {})", name(point.kind), format_number(zero_if_tiny(point.x, plot.x1 - plot.x0)),
                        format_number(zero_if_tiny(point.value, plot.y1 - plot.y0)));
        const bool below = point.kind == StationaryClass::minimum;
        words.write(text,
                    {{at.x, at.y + (below ? aside : -aside), 0.5F, below ? 0.0F : 1.0F},
                     {at.x + aside, at.y + (below ? aside : -aside), 0.0F, below ? 0.0F : 1.0F},
                     {at.x - aside, at.y + (below ? aside : -aside), 1.0F, below ? 0.0F : 1.0F},
                     {at.x + aside, at.y + (below ? -aside : aside), 0.0F, 0.5F},
                     {at.x - aside, at.y + (below ? -aside : aside), 1.0F, 0.5F}},
                    13.0F, style.theme.text);
    }
}

/// What of the curve lies in the light.
std::vector<CurvePiece> lit(std::span<const CurvePiece> pieces, const Veil& veil) {
    std::vector<CurvePiece> seen;
    for (const CurvePiece& piece : pieces) {
        CurvePiece part;
        for (std::size_t i = 0; i < piece.x.size(); ++i) {
            if (std::abs(piece.x[i] - veil.x) > veil.radius_x) continue;
            part.x.push_back(piece.x[i]);
            part.y.push_back(piece.y[i]);
        }
        if (part.x.size() > 1) seen.push_back(std::move(part));
    }
    return seen;
}

/// An upright line under the pointer, and the curve's point there with its numbers.
void draw_pointed_at(Ink& ink, Words& words, const CurvePlacement& placement, const InkStyle& style,
                     const Pointer& pointer) {
    const CurvePlot& plot = placement.plot();
    const double f = placement.value(pointer.x);
    const PixelPoint at = plot.pixel(pointer.x, f);
    if (at.x < plot.left || at.x > plot.right()) return;
    const auto x = static_cast<float>(at.x);
    const std::array line = {InkPoint{x, static_cast<float>(plot.top), 0.0F},
                             InkPoint{x, static_cast<float>(plot.bottom()), 0.0F}};
    ink.polyline(line, style.px(1.0F), style.theme.accent.with_alpha(0.6F));
    if (!plot.contains(at)) return;
    ink.glyph({x, static_cast<float>(at.y), 0.0F}, InkShape::disc, style.px(4.0F), style.theme.accent, mark_outline,
              style.px(1.0F));
    const double aside = style.px(12.0F);
    words.write(fmt::format("({}, {})", format_number(pointer.x), format_number(f)),
                {{at.x + aside, at.y - aside, 0.0F, 1.0F},
                 {at.x - aside, at.y - aside, 1.0F, 1.0F},
                 {at.x + aside, at.y + aside, 0.0F, 0.0F},
                 {at.x - aside, at.y + aside, 1.0F, 0.0F}},
                13.0F, style.theme.accent);
}

/// What words must not cover: marks, balls, the beginnings of paths, and what is said already.
void keep_free(Words& words, const Scene& scene, const CurvePlacement& placement, const InkStyle& style,
               std::span<const PathTrace> traces, std::span<const Label> said) {
    for (const Label& label : said) words.avoid(label.x, label.y, style.px(12.0F));
    for (const InkPoint& mark : stationary_places(scene, placement)) words.avoid(mark.x, mark.y, style.px(11.0F));
    for (const PathTrace& trace : traces) {
        if (const auto head = placement.point(trace.head.spot)) words.avoid(head->x, head->y, style.px(10.0F));
        for (std::size_t row = 0; row < std::min(trace.spots.size(), most_rows_kept_free); ++row)
            if (const auto at = placement.point(trace.spots[row])) words.avoid(at->x, at->y, style.px(4.0F));
    }
}

}  // namespace

CurveDrawing draw_curve(const Session& session, const Scene& scene, const ViewFrame& frame,
                        std::span<const CurvePiece> pieces, const Pointer& pointer, const Overlay* overlay) {
    CurveDrawing drawing;
    const InkStyle style = ink_style(session.display, frame);
    const CurvePlot plot = curve_plot(session, scene, frame);
    const CurvePlacement placement(scene, plot, style.scale);
    const std::vector<PathTrace> traces = trace_hops(session, scene, placement);
    Ink& ink = drawing.ink;
    Words words(style, plot.left, plot.top, plot.right(), plot.bottom());
    std::vector<Label> said;
    if (overlay != nullptr) overlay->draw(drawing.over, said, placement, style);
    keep_apart(said, 0, style);
    keep_free(words, scene, placement, style, traces, said);

    const std::optional<Veil> veil = overlay != nullptr ? overlay->veil() : std::nullopt;
    drawing.pieces = veil ? lit(pieces, *veil) : std::vector(pieces.begin(), pieces.end());
    draw_curve_axes(drawing.axes, drawing.labels, scene, plot, style);
    draw_basin_strips(ink, scene, plot, style);
    draw_curve_line(ink, drawing.pieces, placement, style);
    if (veil) {
        drawing.labels.insert(drawing.labels.end(), said.begin(), said.end());
        return drawing;
    }
    draw_slope_lane(ink, drawing.labels, scene, plot, style);
    if (grips_ends(session.study.lens)) draw_ends(ink, scene, plot, style, pointer.hovered_study);
    if (session.display.live_arrows) draw_tangents(ink, traces, placement, style);
    draw_hops(ink, traces, placement, style, session, pointer);
    if (session.display.stationary_points) {
        draw_stationary_points(ink, scene, placement, style, pointer);
        name_stationary_points(words, scene, placement, style);
    }
    draw_start_handles(ink, session, placement, style, pointer);
    draw_heads(ink, traces, placement, style, pointer);
    if (session.display.live_arrows) name_slopes(words, traces, placement, style);
    if (pointer.over) draw_pointed_at(ink, words, placement, style, pointer);
    drawing.labels.insert(drawing.labels.end(), words.labels().begin(), words.labels().end());
    drawing.labels.insert(drawing.labels.end(), said.begin(), said.end());
    return drawing;
}

PixelPoint kept_inside(const CurvePlot& plot, const PixelPoint& pixel) {
    const double y = std::isnan(pixel.y) ? plot.bottom() : std::clamp(pixel.y, plot.top, plot.bottom());
    return {pixel.x, y};
}

}  // namespace thalweg
