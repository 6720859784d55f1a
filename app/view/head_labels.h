#pragma once

#include <vector>

#include "app/view/ink_style.h"
#include "app/view/label.h"
#include "app/view/path_ink.h"
#include "app/view/placement.h"

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

/// Adds the optimizers' names beside their paths' heads, clear of each other, of the labels that are there, of all
/// heads, and inside `within`; what finds no such place has no name there (the legend tells it). With many heads there
/// are none at all.
void add_head_labels(std::vector<Label>& labels, const Session& session, const std::vector<PathTrace>& traces,
                     const Placement& placement, const InkStyle& style, const PictureArea& within);

}  // namespace thalweg
