#include "app/view/contour_axes.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/scene/number_format.h"
#include "app/scene/symbols.h"
#include "app/view/axis_ticks.h"
#include "app/view/surface_axes.h"
#include "core/sampling/axis_values.h"

namespace thalweg {
namespace {

constexpr float tick_text = 12.0F;
constexpr float tick_pixels = 5.0F;
constexpr float name_gap = 5.0F;  // between an axis's upper end and its name
constexpr double pixels_per_tick_x = 72.0, pixels_per_tick_y = 56.0, pixels_per_bar_tick = 46.0;
constexpr float bar_gap = 14.0F, bar_width = 12.0F;

int parts(double pixels, double each) {
    return std::clamp(static_cast<int>(pixels / each), 2, 12);
}

void segment(Ink& ink, double ax, double ay, double bx, double by, float width, const Color& color) {
    const std::array points = {InkPoint{static_cast<float>(ax), static_cast<float>(ay), 0.0F},
                               InkPoint{static_cast<float>(bx), static_cast<float>(by), 0.0F}};
    ink.polyline(points, width, color);
}

Label text(const std::string& words, double x, double y, float anchor_x, float anchor_y, const Color& color) {
    return {.text = words,
            .x = static_cast<float>(x),
            .y = static_cast<float>(y),
            .anchor_x = anchor_x,
            .anchor_y = anchor_y,
            .size = tick_text,
            .color = color};
}

/// Of a number beside a tick, in design pixels; views know no fonts, so it is a guess on the safe side.
float half_width_of(const std::string& number) {
    constexpr float digit = 7.0F;
    return 0.5F * digit * static_cast<float>(number.size());
}

void draw_bar_numbers(Ink& ink, std::vector<Label>& labels, const Scene& scene, const MapPlot& plot,
                      const InkStyle& style) {
    const HeightScale& scale = scene.surface().scale;
    const ColorBar bar = color_bar_of(plot, style.scale);
    if (bar.right <= bar.left) return;
    const int count = parts(bar.bottom - bar.top, pixels_per_bar_tick * style.scale);
    for (const double value : axis_values(scale, count)) {
        const double y = std::lerp(bar.bottom, bar.top, std::clamp(scale.height(value), 0.0, 1.0));
        segment(ink, bar.right, y, bar.right + style.px(4.0F), y, style.px(1.25F), style.theme.quiet_text);
        labels.push_back(text(format_number(value), bar.right + style.px(8.0F), y, 0.0F, 0.5F, style.theme.quiet_text));
    }
    const std::string title = height_axis_title(scale, scene.landscape().value_name);
    labels.push_back(text(title, bar.left, bar.top - style.px(name_gap), 0.0F, 1.0F, style.theme.text));
}

}  // namespace

ColorBar color_bar_of(const MapPlot& plot, float scale) {
    if (plot.bare) return {};
    const auto left = static_cast<float>(plot.left + plot.width) + std::round(bar_gap * scale);
    return {.left = left,
            .top = static_cast<float>(plot.top),
            .right = left + std::round(bar_width * scale),
            .bottom = static_cast<float>(plot.top + plot.height)};
}

void draw_contour_axes(Ink& ink, std::vector<Label>& labels, const Scene& scene, const MapPlot& plot,
                       const InkStyle& style, bool heights) {
    if (plot.bare) return;
    const double right = plot.left + plot.width, bottom = plot.top + plot.height;
    const Color quiet = style.theme.quiet_text;
    const std::vector<std::string>& names = scene.landscape().names;
    const AxisTicks across =
        axis_ticks(plot.window.x0, plot.window.x1, parts(plot.width, pixels_per_tick_x * style.scale));
    double end_of_numbers = right;
    for (const Tick& tick : across.ticks) {
        const double x = plot.pixel(tick.value, 0.0).x;
        end_of_numbers = std::max(end_of_numbers, x + static_cast<double>(style.px(half_width_of(tick.text))));
        segment(ink, x, bottom, x, bottom + style.px(tick_pixels), style.px(1.25F), quiet);
        labels.push_back(text(tick.text, x, bottom + style.px(8.0F), 0.5F, 0.0F, quiet));
    }
    if (names.size() == 2) {
        labels.push_back(text(as_symbol(names[0]), end_of_numbers + style.px(8.0F), bottom + style.px(8.0F), 0.0F, 0.0F,
                              style.theme.text));
        labels.push_back(
            text(as_symbol(names[1]), plot.left, plot.top - style.px(name_gap), 0.0F, 1.0F, style.theme.text));
    }
    if (!across.base_text.empty()) {
        labels.push_back(text(across.base_text, right + style.px(8.0F), bottom + style.px(22.0F), 1.0F, 0.0F, quiet));
    }
    const AxisTicks up =
        axis_ticks(plot.window.y0, plot.window.y1, parts(plot.height, pixels_per_tick_y * style.scale));
    for (const Tick& tick : up.ticks) {
        const double y = plot.pixel(0.0, tick.value).y;
        // The base is written above the first ticks.
        if (!up.base_text.empty() && y < plot.top + static_cast<double>(style.px(12.0F))) continue;
        segment(ink, plot.left - style.px(tick_pixels), y, plot.left, y, style.px(1.25F), quiet);
        labels.push_back(text(tick.text, plot.left - style.px(9.0F), y, 1.0F, 0.5F, quiet));
    }
    if (!up.base_text.empty()) {
        labels.push_back(text(up.base_text, style.px(4.0F), plot.top - style.px(2.0F), 0.0F, 1.0F, quiet));
    }
    if (heights) draw_bar_numbers(ink, labels, scene, plot, style);
}

}  // namespace thalweg
