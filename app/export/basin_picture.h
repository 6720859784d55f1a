#pragma once

#include "app/export/png.h"
#include "core/descent/basins.h"

namespace thalweg {

/// A basin map as a picture, one pixel a start, y upwards, in the colours of basin_colors(); of a curve a strip, one
/// column of pixels a start.
Picture basin_picture(const BasinMap& map);

}  // namespace thalweg
