#include "app/lenses/stability_path.h"

#include <algorithm>
#include <cmath>

namespace thalweg {
namespace {

constexpr float width = 5.0F, rim = 1.6F;

/// How long strokes and gaps are, in design pixels; an unbroken line has none.
struct Dashes {
    float stroke = 0, gap = 0;
};

Dashes dashes_of(Stability verdict) {
    switch (verdict) {
        case Stability::bounces:
            return {.stroke = 11, .gap = 9};
        case Stability::diverges:
            return {.stroke = 1, .gap = 10};
        case Stability::settles:
        case Stability::unknown:
            break;
    }
    return {};
}

InkPoint between(const InkPoint& a, const InkPoint& b, float share) {
    return {std::lerp(a.x, b.x, share), std::lerp(a.y, b.y, share), std::lerp(a.depth, b.depth, share)};
}

/// The strokes of a dashed line; there is always a first one.
std::vector<Polyline> dashed(const Polyline& line, float stroke, float gap) {
    if (stroke <= 0) return {line};
    std::vector<Polyline> pieces;
    Polyline piece = {line.front()};
    bool drawing = true;
    float left = stroke;
    const auto turn = [&](const InkPoint& at) {
        if (drawing && !piece.empty()) {
            piece.push_back(at);
            pieces.push_back(std::move(piece));
        }
        drawing = !drawing;
        left = drawing ? stroke : gap;
        piece = drawing ? Polyline{at} : Polyline{};
    };
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const float length = std::hypot(line[i + 1].x - line[i].x, line[i + 1].y - line[i].y);
        float gone = 0;
        while (length - gone > left) {
            gone += left;
            turn(between(line[i], line[i + 1], gone / length));
        }
        left -= length - gone;
        if (drawing) piece.push_back(line[i + 1]);
    }
    if (drawing && piece.size() > 1) pieces.push_back(std::move(piece));
    return pieces;
}

void draw_stretch(Ink& ink, std::span<const Spot> spots, Stability verdict, const Placement& placement,
                  const InkStyle& style) {
    std::vector<Polyline> lines;
    placement.path(spots, lines);
    const Dashes dashes = dashes_of(verdict);
    for (const Polyline& whole : lines) {
        const Polyline line = simplified(whole, 0.3F);
        if (line.size() < 2) continue;
        // The dark bed covers the path's own colour, so that gaps are seen as gaps.
        ink.polyline(line, style.px(width + 2 * rim), mark_outline);
        for (const Polyline& piece : dashed(line, style.px(dashes.stroke), style.px(dashes.gap))) {
            ink.polyline(piece, style.px(width), stability_color(verdict));
        }
    }
}

}  // namespace

Color stability_color(Stability verdict) {
    switch (verdict) {
        case Stability::settles:
            return rgb(0x4ADE80);
        case Stability::bounces:
            return rgb(0xFFB020);
        case Stability::diverges:
            return rgb(0xFF5A5A);
        case Stability::unknown:
            break;
    }
    return rgb(0xB8C0CC);
}

Color stability_word_color(Stability verdict, Theme theme) {
    if (theme == Theme::dark) return stability_color(verdict);
    switch (verdict) {
        case Stability::settles:
            return rgb(0x15803D);
        case Stability::bounces:
            return rgb(0xB45309);
        case Stability::diverges:
            return rgb(0xC62828);
        case Stability::unknown:
            break;
    }
    return rgb(0x5A6270);
}

void draw_stability_path(Ink& ink, const StabilityPath& path, const Placement& placement, const InkStyle& style) {
    std::size_t first = 0;
    while (first + 1 < path.spots.size()) {
        std::size_t last = first + 1;
        while (last + 1 < path.spots.size() && path.verdicts[last] == path.verdicts[first]) ++last;
        draw_stretch(ink, std::span(path.spots).subspan(first, last - first + 1), path.verdicts[first], placement,
                     style);
        first = last;
    }
    constexpr float apart = 14.0F;
    InkPoint before{-1e6F, -1e6F, 0};
    for (std::size_t k = 0; k < path.spots.size(); ++k) {
        if (path.verdicts[k] != Stability::diverges) continue;
        const Spot& spot = path.spots[k];
        const auto point = placement.point({spot.x, spot.y, placement.raised(spot)});
        if (!point || std::hypot(point->x - before.x, point->y - before.y) < style.px(apart)) continue;
        before = *point;
        ink.glyph(*point, InkShape::cross, style.px(8), stability_color(Stability::diverges), mark_outline,
                  style.px(1.6F));
    }
    if (path.here >= path.spots.size()) return;
    const Spot& spot = path.spots[path.here];
    const auto point = placement.point({spot.x, spot.y, placement.raised(spot)});
    if (!point) return;
    ink.glyph(*point, InkShape::disc, style.px(9), mark_fill, mark_outline, style.px(1.6F));
    ink.glyph(*point, InkShape::disc, style.px(5.5F), stability_color(path.verdicts[path.here]), {}, 0);
}

}  // namespace thalweg
