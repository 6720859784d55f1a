#include "app/view/curve_words.h"

#include <algorithm>

namespace thalweg {
namespace {

/// Of the type's size: the width of a letter on average, and the height of a line.
constexpr double letter = 0.58, line = 1.2;
constexpr double gap = 2.0;

/// Letters, not bytes.
double letters(const std::string& text) {
    return static_cast<double>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

}  // namespace

Words::Words(const InkStyle& style, double left, double top, double right, double bottom)
    : style_(style), area_{left, top, right, bottom} {}

void Words::avoid(double x, double y, double radius) {
    taken_.push_back({x - radius, y - radius, x + radius, y + radius});
}

void Words::write(const std::string& text, std::initializer_list<Place> places, float size, const Color& color) {
    const double pixels = size * style_.scale;
    const double width = letter * pixels * letters(text), height = line * pixels;
    for (const Place& place : places) {
        const double left = place.x - width * place.anchor_x, top = place.y - height * place.anchor_y;
        const Frame frame{left - gap, top - gap, left + width + gap, top + height + gap};
        const bool inside = frame.left >= area_.left && frame.right <= area_.right && frame.top >= area_.top &&
                            frame.bottom <= area_.bottom;
        const bool free = std::ranges::none_of(taken_, [&](const Frame& other) {
            return frame.left < other.right && other.left < frame.right && frame.top < other.bottom &&
                   other.top < frame.bottom;
        });
        if (!inside || !free) continue;
        taken_.push_back(frame);
        labels_.push_back({.text = text,
                           .x = static_cast<float>(place.x),
                           .y = static_cast<float>(place.y),
                           .anchor_x = place.anchor_x,
                           .anchor_y = place.anchor_y,
                           .size = size,
                           .color = color,
                           .halo = style_.theme.background});
        return;
    }
}

}  // namespace thalweg
