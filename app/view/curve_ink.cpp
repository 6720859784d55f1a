#include "app/view/curve_ink.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>

#include "app/scene/number_format.h"
#include "app/view/axis_ticks.h"

namespace thalweg {
namespace {

constexpr float tick_text = 12.0F, name_text = 14.0F, sign_text = 13.0F;
constexpr double pixels_per_tick_x = 90.0, pixels_per_tick_y = 60.0;
constexpr float fill_opacity_dark = 0.34F, fill_opacity_light = 0.42F;
/// Points of the curve nearer to its line than this many pixels are left out.
constexpr float smoothness = 0.15F;

int parts(double pixels, double each) {
    return std::clamp(static_cast<int>(pixels / each), 2, 16);
}

void segment(Ink& ink, double ax, double ay, double bx, double by, float width, const Color& color) {
    const std::array points = {InkPoint{static_cast<float>(ax), static_cast<float>(ay), 0.0F},
                               InkPoint{static_cast<float>(bx), static_cast<float>(by), 0.0F}};
    ink.polyline(points, width, color);
}

Label text(const std::string& words, double x, double y, float anchor_x, float anchor_y, const Color& color,
           float size = tick_text) {
    return {.text = words,
            .x = static_cast<float>(x),
            .y = static_cast<float>(y),
            .anchor_x = anchor_x,
            .anchor_y = anchor_y,
            .size = size,
            .color = color};
}

/// A filled rectangle, made of upright lines a pixel wide.
void fill(Ink& ink, double left, double right, double top, double bottom, const Color& color) {
    for (double x = std::ceil(left - 0.5) + 0.5; x < right; ++x)
        segment(ink, x, top + 0.5, x, bottom - 0.5, 1.0F, color);
}

/// Slopes at the middles of the lane's pixels; NaN where the curve is not defined.
std::vector<double> slopes(const Scene& scene, const CurvePlot& plot) {
    const auto count = static_cast<std::size_t>(std::max(plot.width, 1.0));
    std::vector<double> x(count), y(count, 0.0), f(count), fx(count), fy(count);
    for (std::size_t i = 0; i < count; ++i) x[i] = plot.x(plot.left + static_cast<double>(i) + 0.5);
    scene.landscape().landscape->gradients(x, y, f, fx, fy);
    return fx;
}

int sign(double slope) {
    return slope < 0.0 ? -1 : slope > 0.0 ? 1 : 0;
}

struct SlopeWords {
    const char *sign, *relation, *sentence;
};

SlopeWords slope_words(int sign) {
    if (sign < 0) return {"−", "f′ < 0", "f′ < 0   falling"};
    return sign > 0 ? SlopeWords{"+", "f′ > 0", "f′ > 0   rising"} : SlopeWords{"0", "f′ = 0", "f′ = 0   level"};
}

Color slope_color(const ThemeColors& theme, int sign) {
    return sign < 0 ? theme.curvature_up : sign > 0 ? theme.curvature_down : theme.quiet_text;
}

/// From the foot of the plot up to the curve.
void fill_under(Ink& ink, const CurvePiece& piece, const CurvePlot& plot, const CurveGround& ground, float opacity) {
    const double left = std::max(plot.pixel(piece.x.front(), 0.0).x, plot.left);
    const double right = std::min(plot.pixel(piece.x.back(), 0.0).x, plot.right());
    std::size_t i = 1;
    for (double px = std::ceil(left - 0.5) + 0.5; px < right; ++px) {
        const double x = plot.x(px);
        while (i + 1 < piece.x.size() && piece.x[i] < x) ++i;
        const double way = piece.x[i] - piece.x[i - 1];
        const double share = way > 0.0 ? std::clamp((x - piece.x[i - 1]) / way, 0.0, 1.0) : 0.0;
        const double f = std::lerp(piece.y[i - 1], piece.y[i], share);
        const double height = std::clamp((f - plot.y0) / (plot.y1 - plot.y0), 0.0, 1.0);
        const double top = plot.bottom() - height * plot.height;
        if (top > plot.bottom() - 1.0) continue;
        if (const auto color = ground(x, height))
            segment(ink, px, top + 0.5, px, plot.bottom() - 0.5, 1.0F, color->with_alpha(opacity));
    }
}

}  // namespace

void draw_curve_axes(Ink& ink, std::vector<Label>& labels, const Scene& scene, const CurvePlot& plot,
                     const InkStyle& style) {
    const Color quiet = style.theme.quiet_text, rule = style.theme.line;
    const double foot = plot.bottom() + plot.lane;
    const bool words = plot.lane > 0.0;
    const Box& domain = scene.landscape().domain;
    for (const auto& [from, to] :
         {std::pair{plot.x0, std::min(domain.x0, plot.x1)}, std::pair{std::max(domain.x1, plot.x0), plot.x1}}) {
        if (from >= to) continue;
        fill(ink, plot.pixel(from, 0.0).x, plot.pixel(to, 0.0).x, plot.top, plot.bottom(),
             style.theme.line.with_alpha(0.45F));
    }
    const AxisTicks across = axis_ticks(plot.x0, plot.x1, parts(plot.width, pixels_per_tick_x * style.scale));
    for (const Tick& tick : across.ticks) {
        const double x = plot.pixel(tick.value, 0.0).x;
        const bool zero = tick.value == 0.0;
        segment(ink, x, plot.top, x, plot.bottom(), style.px(zero ? 1.75F : 1.0F), zero ? quiet : rule);
        if (words) labels.push_back(text(tick.text, x, foot + style.px(5.0F), 0.5F, 0.0F, quiet));
    }
    const AxisTicks up = axis_ticks(plot.y0, plot.y1, parts(plot.height, pixels_per_tick_y * style.scale));
    for (const Tick& tick : up.ticks) {
        const double y = plot.pixel(0.0, tick.value).y;
        const bool zero = tick.value == 0.0;
        segment(ink, plot.left, y, plot.right(), y, style.px(zero ? 1.75F : 1.0F), zero ? quiet : rule);
        if (words) labels.push_back(text(tick.text, plot.left - style.px(8.0F), y, 1.0F, 0.5F, quiet));
    }
    if (!words) return;
    const std::string& name = scene.landscape().names.front();
    labels.push_back(text(fmt::format("{}   {}", across.base_text, name), plot.right(), foot + style.px(20.0F), 1.0F,
                          0.0F, style.theme.text, name_text));
    labels.push_back(text(fmt::format("f({})   {}", name, up.base_text), plot.left - style.px(8.0F),
                          plot.top - style.px(6.0F), 0.0F, 1.0F, style.theme.text, name_text));
}

float curve_fill_opacity(const InkStyle& style) {
    return style.over_light ? fill_opacity_light : fill_opacity_dark;
}

void draw_curve_fill(Ink& ink, std::span<const CurvePiece> pieces, const CurvePlacement& placement,
                     const InkStyle& style, const CurveGround& ground) {
    for (const CurvePiece& piece : pieces) fill_under(ink, piece, placement.plot(), ground, curve_fill_opacity(style));
}

void draw_curve_line(Ink& ink, std::span<const CurvePiece> pieces, const CurvePlacement& placement,
                     const InkStyle& style) {
    const CurvePlot& plot = placement.plot();
    std::vector<Polyline> lines;
    for (const CurvePiece& piece : pieces) {
        std::vector<PixelPoint> points;
        points.reserve(piece.x.size());
        for (std::size_t i = 0; i < piece.x.size(); ++i) points.push_back(plot.pixel(piece.x[i], piece.y[i]));
        placement.clip(points, lines);
    }
    for (Polyline& line : lines) line = simplified(line, smoothness);
    for (const Polyline& line : lines) ink.polyline(line, style.px(6.0F), style.theme.background.with_alpha(0.75F));
    for (const Polyline& line : lines) ink.polyline(line, style.px(3.0F), style.theme.text);
}

void draw_slope_lane(Ink& ink, std::vector<Label>& labels, const Scene& scene, const CurvePlot& plot,
                     const InkStyle& style) {
    if (plot.lane <= 0.0) return;
    const std::vector<double> slope = slopes(scene, plot);
    const double top = plot.bottom() + style.px(3.0F), bottom = plot.bottom() + plot.lane - style.px(1.0F);
    for (std::size_t first = 0; first < slope.size();) {
        std::size_t last = first + 1;
        while (last < slope.size() && sign(slope[last]) == sign(slope[first]) &&
               std::isnan(slope[last]) == std::isnan(slope[first]))
            ++last;
        if (!std::isnan(slope[first])) {
            const double left = plot.left + static_cast<double>(first), right = plot.left + static_cast<double>(last);
            const Color color = slope_color(style.theme, sign(slope[first]));
            fill(ink, left, right, top, bottom, color.with_alpha(0.42F));
            const SlopeWords words = slope_words(sign(slope[first]));
            const double room = (right - left) / style.scale;
            if (room >= 16.0)
                labels.push_back(text(room >= 130.0  ? words.sentence
                                      : room >= 60.0 ? words.relation
                                                     : words.sign,
                                      (left + right) / 2, (top + bottom) / 2, 0.5F, 0.5F, style.theme.text, sign_text));
        }
        first = last;
    }
}

void draw_ends(Ink& ink, const Scene& scene, const CurvePlot& plot, const InkStyle& style, StudyGrip lit) {
    const Box& domain = scene.landscape().domain;
    for (const auto& [x, grip] :
         {std::pair{domain.x0, StudyGrip::left_end}, std::pair{domain.x1, StudyGrip::right_end}}) {
        if (x < plot.x0 || x > plot.x1) continue;
        const double px = plot.pixel(x, 0.0).x, middle = end_handle(plot, x).y;
        const Color color = style.theme.accent;
        segment(ink, px, plot.top, px, plot.bottom(), style.px(2.0F), color);
        const InkPoint center{static_cast<float>(px), static_cast<float>(middle), 0.0F};
        if (lit == grip) ink.glyph(center, InkShape::disc, style.px(16.0F), color.with_alpha(0.45F), {}, 0.0F);
        ink.glyph(center, InkShape::disc, style.px(9.0F), color, mark_outline, style.px(1.5F));
        // Both directions in which it moves.
        for (const double way : {-1.0, 1.0}) {
            const InkPoint tip{static_cast<float>(px + way * style.px(22.0F)), center.y, 0.0F};
            const InkPoint tail{static_cast<float>(px + way * style.px(10.0F)), center.y, 0.0F};
            ink.arrow(tail, tip, style.px(2.4F), color, mark_outline, style.px(1.0F));
        }
    }
}

}  // namespace thalweg
