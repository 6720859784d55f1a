#pragma once

#include "app/export/png.h"
#include "core/descent/basins.h"

namespace thalweg {

/// A basin map as a picture, one pixel a start, y upwards: a colour for each destination that is a point (of many, the
/// eight colours of the palette come again), greys for unfinished and, darker, diverged runs; the more steps, the
/// darker.
Picture basin_picture(const BasinMap& map);

}  // namespace thalweg
