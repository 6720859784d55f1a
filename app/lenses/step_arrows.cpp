#include "app/lenses/step_arrows.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "app/lenses/arrow_names.h"
#include "app/lenses/step_colors.h"
#include "app/scene/number_format.h"

namespace thalweg {
namespace {

constexpr float longest = 92.0F, shortest = 20.0F;
constexpr float width = 3.4F, step_width = 4.6F, rim = 1.6F;
/// Ways shorter than this many design pixels are not seen as arrows.
constexpr float least_seen = 16.0F;
/// Arrows closer in direction than this are laid side by side.
constexpr float nearly_parallel = 0.12F;  // radians

struct Drawn {
    const StepArrows::Arrow* arrow;
    InkPoint tail, tip;
    std::string label;
    float length() const { return std::hypot(tip.x - tail.x, tip.y - tail.y); }
    float angle() const { return std::atan2(tip.y - tail.y, tip.x - tail.x); }
};

/// Hills hide no arrows: their labels would stand alone.
InkPoint in_front(const InkPoint& point) {
    return {point.x, point.y, 0};
}

Spot raised(const Spot& spot, const Placement& placement) {
    return {spot.x, spot.y, placement.raised(spot)};
}

std::optional<Drawn> along(const StepArrows& step, const StepArrows::Arrow& arrow, float pixels,
                           const Placement& placement) {
    const double size = std::hypot(arrow.way[0], arrow.way[1]);
    const double dx = arrow.way[0] / size, dy = arrow.way[1] / size;
    const auto ends = placement.arrow(raised(step.at, placement), dx, dy, step.ascent[0] * dx + step.ascent[1] * dy,
                                      static_cast<double>(pixels));
    if (!ends) return std::nullopt;
    return Drawn{&arrow, in_front(ends->first), in_front(ends->second), arrow.label};
}

/// A way of the plane as long as it is, where it can be seen.
std::optional<Drawn> as_long_as_it_is(const StepArrows& step, const StepArrows::Arrow& arrow,
                                      const Placement& placement, const InkStyle& style) {
    const bool whole = arrow.kind == StepTermKind::step;
    const Spot to = whole ? step.next : Spot{step.at.x + arrow.way[0], step.at.y + arrow.way[1], step.at.z};
    const auto tail = placement.point(raised(step.at, placement)), tip = placement.point(raised(to, placement));
    if (!tail) return std::nullopt;
    if (!tip) {
        std::optional<Drawn> leaving = along(step, arrow, style.px(longest), placement);
        if (leaving) leaving->label += ", out of sight";
        return leaving;
    }
    Drawn seen{&arrow, in_front(*tail), in_front(*tip), arrow.label};
    if (seen.length() >= style.px(least_seen)) return seen;
    std::optional<Drawn> larger = along(step, arrow, style.px(shortest), placement);
    if (larger && seen.length() > 0) larger->label += " ×" + format_number(larger->length() / seen.length(), 2);
    return larger;
}

std::vector<Drawn> place(const StepArrows& step, const Placement& placement, const InkStyle& style) {
    double largest = 0;
    for (const StepArrows::Arrow& arrow : step.arrows) {
        const double size = std::hypot(arrow.way[0], arrow.way[1]);
        if (!is_way(arrow.kind) && std::isfinite(size)) largest = std::max(largest, size);
    }
    std::vector<Drawn> drawn;
    for (const StepArrows::Arrow& arrow : step.arrows) {
        const double size = std::hypot(arrow.way[0], arrow.way[1]);
        if (!(size > 0) || !std::isfinite(size)) continue;
        const auto placed = is_way(arrow.kind)
                                ? as_long_as_it_is(step, arrow, placement, style)
                                : along(step, arrow, style.px(stretched_length(size, largest)), placement);
        if (placed) drawn.push_back(*placed);
    }
    return drawn;
}

/// Moves arrows that would lie upon each other side by side: one stays, the others step aside in turn.
void lay_side_by_side(std::vector<Drawn>& drawn, const InkStyle& style) {
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        int before = 0;
        for (std::size_t j = 0; j < i; ++j) {
            const float turn = std::abs(std::remainder(drawn[i].angle() - drawn[j].angle(), 6.2831853F));
            before += turn < nearly_parallel ? 1 : 0;
        }
        const float aside = style.px(7.0F) * static_cast<float>((before + 1) / 2) * (before % 2 == 1 ? 1.0F : -1.0F);
        const float angle = drawn[i].angle();
        for (InkPoint* point : {&drawn[i].tail, &drawn[i].tip}) {
            point->x -= aside * std::sin(angle);
            point->y += aside * std::cos(angle);
        }
    }
}

/// As far as a map goes, or a curve to the left and right, give or take a little of the margin; a surface has no edges.
PictureArea edges_about(const Spot& at, const Placement& placement, const InkStyle& style) {
    constexpr float endless = 1e5F, margin = 12, margin_above = 22;
    PictureArea edges{-endless, -endless, endless, endless};
    if (placement.has_depth()) return edges;
    const auto whole_way = [&](double dx, double dy) {
        const auto [from, to] = placement.axis(at, dx, dy, static_cast<double>(endless));
        std::vector<Polyline> lines;
        placement.path(std::array{from, to}, lines);
        return lines.empty() || lines.front().size() < 2 ? Polyline(2) : lines.front();
    };
    const Polyline across = whole_way(1, 0), down = whole_way(0, -1);
    if (across.back().x - across.front().x > 1) {
        edges.left = across.front().x - style.px(margin);
        edges.right = across.back().x + style.px(margin);
    }
    if (down.back().y - down.front().y > 1) {
        edges.top = down.front().y - style.px(margin_above);
        edges.bottom = down.back().y + style.px(margin);
    }
    return edges;
}

}  // namespace

bool is_way(StepTermKind kind) {
    return kind == StepTermKind::step || kind == StepTermKind::decay;
}

float stretched_length(double size, double largest) {
    const double share = largest > 0 ? std::cbrt(std::clamp(size / largest, 0.0, 1.0)) : 0.0;
    return std::max(shortest, longest * static_cast<float>(share));
}

void draw_step_arrows(Ink& ink, std::vector<Label>& labels, const StepArrows& step, const Placement& placement,
                      const InkStyle& style) {
    std::vector<Drawn> drawn = place(step, placement, style);
    // The step comes first, so that it is the one that stays where others step aside; it is drawn last.
    std::ranges::reverse(drawn);
    lay_side_by_side(drawn, style);
    std::ranges::stable_sort(drawn, std::greater{}, [](const Drawn& each) {
        return each.arrow->kind == StepTermKind::step ? -1.0F : each.length();
    });
    for (const Drawn& each : drawn) {
        const float shaft = each.arrow->kind == StepTermKind::step ? step_width : width;
        ink.arrow(each.tail, each.tip, style.px(shaft), arrow_color(each.arrow->kind), mark_outline.with_alpha(0.95F),
                  style.px(rim));
    }
    if (!style.words) return;
    std::vector<NamedArrow> named;
    for (auto each = drawn.rbegin(); each != drawn.rend(); ++each)
        named.push_back({each->tail, each->tip, each->label, arrow_color(each->arrow->kind)});
    name_arrows(ink, labels, named, edges_about(step.at, placement, style), style);
}

}  // namespace thalweg
