#pragma once

#include <span>
#include <vector>

#include "app/scene/scene.h"
#include "app/view/contour_placement.h"
#include "app/view/ink_style.h"
#include "app/view/label.h"

namespace thalweg {

/// The values of the map's level lines, the stronger ones first, written on them where they run about level and have
/// room, apart from each other.
std::vector<Label> level_labels(const Scene& scene, const MapPlot& plot, const InkStyle& style, Colormap map);

/// The labels that lie clear of these points of the picture.
std::vector<Label> clear_labels(std::span<const Label> labels, std::span<const InkPoint> taken, float scale);

}  // namespace thalweg
