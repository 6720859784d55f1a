#pragma once

#include <optional>

#include "core/calculus/box.h"

namespace thalweg {

/// Everything lies in the dark but for a disc of the plane (an ellipse in its own units: round in the views).
struct Veil {
    double x = 0, y = 0;
    double radius_x = 1, radius_y = 1;
    bool operator==(const Veil&) const = default;
};

/// The veil as shaders want it: middle and 1/radii in shares of a box; zeros where there is no veil.
struct VeilUniform {
    float x = 0, y = 0, per_x = 0, per_y = 0;
};
inline VeilUniform veil_over(const std::optional<Veil>& veil, const Box& box) {
    if (!veil) return {};
    return {static_cast<float>((veil->x - box.x0) / box.width()), static_cast<float>((veil->y - box.y0) / box.height()),
            static_cast<float>(box.width() / veil->radius_x), static_cast<float>(box.height() / veil->radius_y)};
}

}  // namespace thalweg
