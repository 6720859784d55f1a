#include "app/lenses/arrow_names.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "app/view/polyline.h"

namespace thalweg {
namespace {

// Design pixels.
constexpr std::array<float, 9> distances = {7, 13, 20, 28, 37, 48, 60, 74, 90};
constexpr float tied_from = 15, tie_gap = 3, tie_width = 1.2F, rim = 1.0F, shaft = 3;
/// What a place costs besides its distance, in pixels of distance: a radian off the arrow's own direction, an arrow
/// that is covered, a pixel beyond an edge.
constexpr float off_direction = 5, over_arrow = 26, over_edge = 0.8F;
constexpr int directions = 12;

bool passes(const NamedArrow& arrow, const PictureArea& area) {
    return clip_segment({arrow.tail.x, arrow.tail.y}, {arrow.tip.x, arrow.tip.y},
                        {area.left, area.right, area.top, area.bottom})
        .has_value();
}

/// How far the area lies out of the edges.
float beyond(const PictureArea& edges, const PictureArea& area) {
    return std::max({0.0F, edges.left - area.left, area.right - edges.right}) +
           std::max({0.0F, edges.top - area.top, area.bottom - edges.bottom});
}

PictureArea widened(const PictureArea& area, float by) {
    return {area.left - by, area.top - by, area.right + by, area.bottom + by};
}

/// The side of a box that faces the tip from so far along a direction.
float facing(float along) {
    return along > 0.35F ? 0.0F : along < -0.35F ? 1.0F : 0.5F;
}

Label label_of(const NamedArrow& arrow, float angle, float distance, const InkStyle& style) {
    const float right = std::cos(angle), down = std::sin(angle);
    return {.text = arrow.name,
            .x = arrow.tip.x + style.px(distance) * right,
            .y = arrow.tip.y + style.px(distance) * down,
            .anchor_x = facing(right),
            .anchor_y = facing(down),
            .size = 14,
            .color = arrow.color,
            .halo = mark_outline.with_alpha(0.9F)};
}

Label best_place(const NamedArrow& arrow, std::span<const NamedArrow> arrows, const std::vector<PictureArea>& taken,
                 const PictureArea& edges, const InkStyle& style) {
    const float own = std::atan2(arrow.tip.y - arrow.tail.y, arrow.tip.x - arrow.tail.x);
    Label best = label_of(arrow, own, distances.front(), style);
    float least = std::numeric_limits<float>::infinity();
    for (const float distance : distances) {
        if (distance > least) break;
        for (int i = 0; i < directions; ++i) {
            const float turn = std::remainder(6.2831853F * static_cast<float>(i) / directions, 6.2831853F);
            float cost = distance + off_direction * std::abs(turn);
            if (cost >= least) continue;
            const Label label = label_of(arrow, own + turn, distance, style);
            const PictureArea box = covered_by(label, style);
            if (std::ranges::any_of(taken, [&](const PictureArea& other) { return box.meets(other); })) continue;
            const PictureArea clear = widened(box, style.px(shaft));
            for (const NamedArrow& other : arrows) cost += passes(other, clear) ? over_arrow : 0;
            cost += over_edge * beyond(edges, box) / style.scale;
            if (cost >= least) continue;
            least = cost;
            best = label;
        }
    }
    return best;
}

/// A line from the tip to the nearest place of the name's box.
void tie(Ink& ink, const NamedArrow& arrow, const PictureArea& box, const InkStyle& style) {
    const float x = std::clamp(arrow.tip.x, box.left, box.right), y = std::clamp(arrow.tip.y, box.top, box.bottom);
    const float dx = x - arrow.tip.x, dy = y - arrow.tip.y, far = std::hypot(dx, dy);
    if (far < style.px(tied_from)) return;
    const float begin = style.px(tie_gap) / far, end = 1 - begin;
    const std::array<InkPoint, 2> line{
        {{arrow.tip.x + begin * dx, arrow.tip.y + begin * dy}, {arrow.tip.x + end * dx, arrow.tip.y + end * dy}}};
    ink.polyline(line, style.px(tie_width + 2 * rim), mark_outline.with_alpha(0.8F));
    ink.polyline(line, style.px(tie_width), arrow.color);
}

}  // namespace

void name_arrows(Ink& ink, std::vector<Label>& labels, std::span<const NamedArrow> arrows, const PictureArea& edges,
                 const InkStyle& style) {
    std::vector<PictureArea> taken;
    for (const NamedArrow& arrow : arrows) {
        const Label& label = labels.emplace_back(best_place(arrow, arrows, taken, edges, style));
        const PictureArea box = covered_by(label, style);
        tie(ink, arrow, box, style);
        taken.push_back(box);
    }
}

}  // namespace thalweg
