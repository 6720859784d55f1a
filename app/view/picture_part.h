#pragma once

#include <algorithm>

namespace thalweg {

/// A rectangle of a picture's pixels, counted from its upper left corner.
struct PicturePart {
    int left = 0, top = 0, width = 0, height = 0;

    int right() const { return left + width; }
    int bottom() const { return top + height; }
    bool empty() const { return width <= 0 || height <= 0; }
    bool operator==(const PicturePart&) const = default;
};

/// What lies in both.
inline PicturePart overlap(const PicturePart& a, const PicturePart& b) {
    const int left = std::max(a.left, b.left), top = std::max(a.top, b.top);
    return {left, top, std::min(a.right(), b.right()) - left, std::min(a.bottom(), b.bottom()) - top};
}

}  // namespace thalweg
