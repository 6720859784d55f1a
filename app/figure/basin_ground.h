#pragma once

#include "app/figure/map_ground.h"
#include "app/scene/ensemble.h"

namespace thalweg {

/// Basins in the place of bands of heights: a flat region for each destination, without the shades of steps; where
/// there is no ground, their edges.
void draw_basins(VectorCanvas& canvas, const MapGround& map, const ColoredBasins& basins);

}  // namespace thalweg
