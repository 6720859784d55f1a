#pragma once

#include "app/scene/scene.h"
#include "app/view/ink_style.h"
#include "app/view/label.h"
#include "app/view/placement.h"

namespace thalweg {

/// Stationary points by class, with their eigenvector axes coloured by the sign of the curvature: longer where it is
/// larger, compressed.
void draw_stationary_points(Ink& ink, const Scene& scene, const Placement& placement, const InkStyle& style,
                            const Pointer& pointer);

/// Where those marks are in the picture.
std::vector<InkPoint> stationary_places(const Scene& scene, const Placement& placement);

}  // namespace thalweg
