#include "app/view/basin_strip.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/scene/ensemble.h"

namespace thalweg {
namespace {

constexpr float strip_height = 14.0F, strip_gap = 3.0F;  // design pixels

std::optional<Color> color_at(const ColoredBasins& basins, double x) {
    const BasinMap& map = basins.map;
    if (x < map.box.x0 || x > map.box.x1) return std::nullopt;
    const auto cell = static_cast<int>((x - map.box.x0) / map.box.width() * map.columns);
    const auto i = 3 * static_cast<std::size_t>(std::clamp(cell, 0, map.columns - 1));
    constexpr float most = 255.0F;
    return Color{static_cast<float>(basins.colors[i]) / most, static_cast<float>(basins.colors[i + 1]) / most,
                 static_cast<float>(basins.colors[i + 2]) / most, 1.0F};
}

/// Of an optimizer's basins; its finer ones where there are some.
std::optional<Color> color_at(const EnsemblePart& part, std::size_t optimizer, double x) {
    const auto &whole = part.basins.at(optimizer), &nearer = part.nearer.at(optimizer);
    if (nearer)
        if (const auto color = color_at(*nearer, x)) return color;
    return whole ? color_at(*whole, x) : std::nullopt;
}

}  // namespace

CurveGround curve_ground(const Scene& scene, Colormap colors) {
    const EnsemblePart& part = scene.ensemble();
    if (part.basins[0]) return [&part](double x, double) { return color_at(part, 0, x); };
    return [&palette = colormap(colors)](double, double height) {
        return std::optional(palette[static_cast<std::size_t>(std::lround(255.0 * std::clamp(height, 0.0, 1.0)))]);
    };
}

void draw_basin_strips(Ink& ink, const Scene& scene, const CurvePlot& plot, const InkStyle& style) {
    const EnsemblePart& part = scene.ensemble();
    const std::size_t strips = part.compares() ? 2 : 1;
    for (std::size_t i = 0; i < strips; ++i) {
        const auto below = static_cast<float>(strips - 1 - i) * style.px(strip_height + strip_gap);
        const float foot = static_cast<float>(plot.bottom()) - below, top = foot - style.px(strip_height);
        // Upright lines, a pixel wide.
        const auto last = static_cast<int>(std::ceil(plot.right() - 0.5));
        for (auto column = static_cast<int>(std::ceil(plot.left - 0.5)); column < last; ++column) {
            const float x = static_cast<float>(column) + 0.5F;
            const auto color = color_at(part, i, plot.x(x));
            if (!color) continue;
            const std::array line = {InkPoint{x, top + 0.5F, 0.0F}, InkPoint{x, foot - 0.5F, 0.0F}};
            ink.polyline(line, 1.0F, *color);
        }
    }
}

}  // namespace thalweg
