#include "app/view/ink.h"

#include <algorithm>
#include <cmath>

namespace thalweg {
namespace {

std::uint8_t byte(float share) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(share, 0.0F, 1.0F) * 255.0F));
}

}  // namespace

InkColor ink_color(const Color& color) {
    return {byte(color.r), byte(color.g), byte(color.b), byte(color.a)};
}

void Ink::clear() {
    strokes_.clear();
    glyphs_.clear();
    arrows_.clear();
    batches_.clear();
}

void Ink::added(Kind kind, int count, std::size_t size_before) {
    if (batches_.empty() || batches_.back().kind != kind) {
        batches_.push_back({.kind = kind, .first = static_cast<int>(size_before), .count = 0});
    }
    batches_.back().count += count;
}

void Ink::polyline(std::span<const InkPoint> points, float width, const Color& color) {
    if (points.size() < 2) return;
    const InkColor bytes = ink_color(color);
    const std::size_t before = strokes_.size();
    const std::size_t last = points.size() - 1;
    for (std::size_t i = 0; i < last; ++i) {
        const InkPoint& a = points[i];
        const InkPoint& b = points[i + 1];
        const InkPoint& previous = i == 0 ? a : points[i - 1];
        const InkPoint& next = i + 1 == last ? b : points[i + 2];
        strokes_.push_back({.ax = a.x,
                            .ay = a.y,
                            .bx = b.x,
                            .by = b.y,
                            .before_x = previous.x,
                            .before_y = previous.y,
                            .after_x = next.x,
                            .after_y = next.y,
                            .depth_a = a.depth,
                            .depth_b = b.depth,
                            .half_width = 0.5F * width,
                            .color = bytes});
    }
    added(Kind::stroke, static_cast<int>(last), before);
}

void Ink::glyph(const InkPoint& center, InkShape shape, float radius, const Color& fill, const Color& outline,
                float outline_width) {
    glyphs_.push_back({.x = center.x,
                       .y = center.y,
                       .depth = center.depth,
                       .radius = radius,
                       .outline_width = outline_width,
                       .shape = static_cast<float>(shape),
                       .fill = ink_color(fill),
                       .outline = ink_color(outline)});
    added(Kind::glyph, 1, glyphs_.size() - 1);
}

void Ink::arrow(const InkPoint& tail, const InkPoint& tip, float width, const Color& fill, const Color& outline,
                float outline_width) {
    arrows_.push_back({.tail_x = tail.x,
                       .tail_y = tail.y,
                       .tip_x = tip.x,
                       .tip_y = tip.y,
                       .depth_tail = tail.depth,
                       .depth_tip = tip.depth,
                       .half_width = 0.5F * width,
                       .outline_width = outline_width,
                       .fill = ink_color(fill),
                       .outline = ink_color(outline)});
    added(Kind::arrow, 1, arrows_.size() - 1);
}

std::vector<InkPoint> Ink::places() const {
    constexpr float spacing = 8.0F;
    std::vector<InkPoint> places;
    for (const InkStroke& stroke : strokes_) {
        const float length = std::hypot(stroke.bx - stroke.ax, stroke.by - stroke.ay);
        const int pieces = std::clamp(static_cast<int>(length / spacing), 1, 10'000);
        for (int i = 0; i <= pieces; ++i) {
            const float share = static_cast<float>(i) / static_cast<float>(pieces);
            places.push_back(
                {std::lerp(stroke.ax, stroke.bx, share), std::lerp(stroke.ay, stroke.by, share), stroke.depth_a});
        }
    }
    for (const InkGlyph& glyph : glyphs_) places.push_back({glyph.x, glyph.y, glyph.depth});
    for (const InkArrow& arrow : arrows_) {
        places.push_back({arrow.tail_x, arrow.tail_y, arrow.depth_tail});
        places.push_back({arrow.tip_x, arrow.tip_y, arrow.depth_tip});
    }
    return places;
}

}  // namespace thalweg
