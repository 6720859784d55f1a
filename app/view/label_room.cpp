#include "app/view/label_room.h"

#include <algorithm>
#include <span>

namespace thalweg {
namespace {

/// Of the type's size: the width of a letter, and the height of a line.
constexpr float letter = 0.56F, line = 1.2F;
/// A label moves in steps of so many design pixels, so many times at most.
constexpr float step = 3.0F;
constexpr int most_steps_away = 24;

}  // namespace

float letters_width(std::string_view words) {
    // Of UTF-8, bytes that go on a letter do not count.
    return letter * static_cast<float>(std::ranges::count_if(
                        words, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

PictureArea covered_by(const Label& label, const InkStyle& style) {
    const float em = style.px(label.size), width = em * letters_width(label.text), height = em * line;
    const float left = label.x - label.anchor_x * width, top = label.y - label.anchor_y * height;
    return {left, top, left + width, top + height};
}

void keep_apart(std::vector<Label>& labels, std::size_t first, const InkStyle& style) {
    std::vector<PictureArea> taken;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        Label& label = labels[i];
        const float y = label.y;
        const auto free = [&] {
            const PictureArea room = covered_by(label, style);
            return std::ranges::none_of(taken, [&](const PictureArea& other) { return room.meets(other); });
        };
        for (int away = 1; i >= first && away <= 2 * most_steps_away && !free(); ++away) {
            const float side = away % 2 == 1 ? -1.0F : 1.0F;
            label.y = y + side * style.px(step) * static_cast<float>((away + 1) / 2);
        }
        if (i >= first && !free()) label.y = y;
        taken.push_back(covered_by(label, style));
    }
}

}  // namespace thalweg
