#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "app/view/ink_style.h"
#include "app/view/label.h"

namespace thalweg {

/// A rectangle of a view's picture, in pixels.
struct PictureArea {
    float left = 0, top = 0, right = 0, bottom = 0;

    bool meets(const PictureArea& other) const {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
    bool holds(const PictureArea& other) const {
        return left <= other.left && top <= other.top && other.right <= right && other.bottom <= bottom;
    }
};

/// About the room that so many letters take beside each other, in ems: views know no fonts, so letters are taken for
/// rather wide.
float letters_width(std::string_view words);

/// About the room that a label takes.
PictureArea covered_by(const Label& label, const InkStyle& style);

/// Moves the labels from the given one on up or down, by as little as can be, until each is clear of all before it;
/// what finds no room nearby stays.
void keep_apart(std::vector<Label>& labels, std::size_t first, const InkStyle& style);

}  // namespace thalweg
