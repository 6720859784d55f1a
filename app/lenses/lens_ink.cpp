#include "app/lenses/lens_ink.h"

#include <cmath>
#include <utility>

#include "app/lenses/drawn_heights.h"
#include "app/view/curve_placement.h"
#include "app/view/world.h"

namespace thalweg {
namespace {

/// A rim on both sides, design pixels.
constexpr float rim = 1.1F;

}  // namespace

void stroke(Ink& ink, const InkStyle& style, std::span<const Polyline> lines, const Color& color, float width) {
    for (const Polyline& line : lines)
        ink.polyline(line, style.px(width + 2 * rim), mark_outline.with_alpha(0.7F * color.a));
    for (const Polyline& line : lines) ink.polyline(line, style.px(width), color);
}

double model_z(const HeightScale& scale, double f) {
    if (scale.kind == HeightScaleKind::clipped) return world_height * (f - scale.low) / (scale.high - scale.low);
    return world_height * scale.height(f);
}

std::vector<Spot> spots_along(const std::array<double, 2>& p, const std::array<double, 2>& d, double from, double to,
                              const std::function<double(double)>& z, int count) {
    std::vector<Spot> spots;
    for (int i = 0; i < count; ++i) {
        const double t = std::lerp(from, to, static_cast<double>(i) / (count - 1));
        spots.push_back({p[0] + t * d[0], p[1] + t * d[1], z(t)});
    }
    return spots;
}

void stroke_in_space(Ink& ink, const Placement& placement, const InkStyle& style, std::span<const Spot> spots,
                     const Color& color, float width) {
    std::vector<Polyline> lines(1);
    for (const Spot& spot : spots) {
        const auto place = is_drawn_height(spot.z) ? placement.point(spot) : std::nullopt;
        if (place) {
            lines.back().push_back(*place);
        } else if (!lines.back().empty()) {
            lines.emplace_back();
        }
    }
    stroke(ink, style, lines, color, width);
}

void arrow_between(Ink& ink, const Placement& placement, const InkStyle& style, const Spot& from, const Spot& to,
                   const Color& color, float width) {
    const auto tail = placement.point(from), tip = placement.point(to);
    if (!tail || !tip) return;
    ink.arrow(*tail, *tip, style.px(width), color, mark_outline, style.px(rim));
}

void label_at(std::vector<Label>& labels, const Placement& placement, const InkStyle& style, const Spot& spot,
              std::string words, Side side) {
    const auto place = placement.point(spot);
    if (!place) return;
    const bool right = side == Side::right;
    // A curve stands on the theme's own ground, and not on colours.
    const bool plain = dynamic_cast<const CurvePlacement*>(&placement) != nullptr;
    labels.push_back({.text = std::move(words),
                      .x = place->x + style.px(right ? 9.0F : -9.0F),
                      .y = place->y - style.px(7),
                      .anchor_x = right ? 0.0F : 1.0F,
                      .anchor_y = 1,
                      .size = 14,
                      .color = plain ? style.theme.text : mark_fill,
                      .halo = (plain ? style.theme.background : mark_outline).with_alpha(0.85F)});
}

}  // namespace thalweg
