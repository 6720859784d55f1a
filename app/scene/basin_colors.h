#pragma once

#include <cstdint>
#include <vector>

#include "app/scene/palette.h"
#include "core/descent/basins.h"

namespace thalweg {

/// The colour of one of a map's destinations: minima have strong colours, saddles and maxima pale ones, and what comes
/// nowhere is grey or dark.
Color basin_color(const BasinMap& map, int destination);

/// The colours of a map's starts, rows × columns × 3 bytes of sRGB from (x0, y0): by destination, the darker the more
/// steps, following the logarithm of the steps up to what 98 % of those that arrive need. What comes nowhere is
/// striped, for eyes that cannot tell its grey from a colour: diverged runs upwards, unfinished ones downwards.
std::vector<std::uint8_t> basin_colors(const BasinMap& map);

}  // namespace thalweg
