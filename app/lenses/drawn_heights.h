#pragma once

#include "app/view/world.h"

namespace thalweg {

/// What lies higher or lower than this no longer belongs to the picture of a surface; world units. NaN lies nowhere.
inline bool is_drawn_height(double z) {
    constexpr double highest = 1.6 * world_height, lowest = floor_height;
    return z <= highest && z >= lowest;
}

}  // namespace thalweg
