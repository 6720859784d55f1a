#include "app/view/mark_ink.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "app/view/world.h"

namespace thalweg {
namespace {

constexpr float shortest_axis = 9.0F, longest_axis = 18.0F;
/// More marks than this are drawn without axes, and smaller: they would only cover the landscape.
constexpr std::size_t many = 40;

Spot spot_of(const StationaryPoint& point, const HeightScale& scale) {
    return {point.x, point.y, surface_z(scale, point.value)};
}

void draw_axes(Ink& ink, const StationaryPoint& point, const Spot& spot, double largest, const Placement& placement,
               const InkStyle& style) {
    for (std::size_t i = 0; i < 2; ++i) {
        const double curvature = point.eigenvalues[i];
        if (!std::isfinite(curvature) || curvature == 0.0 || !(largest > 0.0)) continue;
        // Four decades below the largest curvature are as short as it gets.
        const double share = std::clamp(1.0 + 0.25 * std::log10(std::abs(curvature) / largest), 0.0, 1.0);
        const float length = shortest_axis + (longest_axis - shortest_axis) * static_cast<float>(share);
        const auto [from, to] =
            placement.axis(spot, point.eigenvectors[i][0], point.eigenvectors[i][1], style.px(length));
        std::vector<Polyline> lines;
        placement.path(std::array{from, to}, lines);
        const Color color = curvature > 0.0 ? style.theme.curvature_up : style.theme.curvature_down;
        for (const Polyline& line : lines) ink.polyline(line, style.px(4.0F), mark_outline.with_alpha(0.75F));
        for (const Polyline& line : lines) ink.polyline(line, style.px(2.0F), color);
    }
}

}  // namespace

std::vector<InkPoint> stationary_places(const Scene& scene, const Placement& placement) {
    std::vector<InkPoint> places;
    for (const StationaryPoint& point : scene.stationary().report.points) {
        const std::optional<InkPoint> place = placement.point(spot_of(point, scene.surface().scale));
        if (place) places.push_back(*place);
    }
    return places;
}

void draw_stationary_points(Ink& ink, const Scene& scene, const Placement& placement, const InkStyle& style,
                            const Pointer& pointer) {
    const std::vector<StationaryPoint>& points = scene.stationary().report.points;
    double largest = 0.0;
    for (const StationaryPoint& point : points) {
        for (const double curvature : point.eigenvalues) {
            if (std::isfinite(curvature)) largest = std::max(largest, std::abs(curvature));
        }
    }
    const bool crowded = points.size() > many;
    const double room = std::sqrt(static_cast<double>(many) / static_cast<double>(std::max(points.size(), many)));
    const float usual_radius = crowded ? 3.0F + 4.0F * static_cast<float>(room) : 7.5F;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const bool hovered = static_cast<int>(i) == pointer.hovered_stationary;
        const Spot spot = spot_of(points[i], scene.surface().scale);
        const std::optional<InkPoint> place = placement.point(spot);
        if (!place) continue;
        if (!crowded || hovered) draw_axes(ink, points[i], spot, largest, placement, style);
        const float radius = style.px(usual_radius + (hovered ? 2.0F : 0.0F));
        if (hovered) {
            ink.glyph(*place, InkShape::disc, radius + style.px(5.0F), style.theme.accent.with_alpha(0.45F), {}, 0.0F);
        }
        ink.glyph(*place, shape_of(stationary_marker(points[i].kind)), radius, mark_fill, mark_outline,
                  style.px(crowded ? 1.0F : 1.5F));
        if (points[i].certified && !crowded) {
            InkPoint beside = *place;
            beside.x += style.px(8.0F);
            beside.y -= style.px(7.0F);
            ink.glyph(beside, InkShape::tick, style.px(4.6F), mark_outline, {}, 0.0F);
            ink.glyph(beside, InkShape::tick, style.px(3.6F), mark_fill, {}, 0.0F);
        }
    }
}

}  // namespace thalweg
