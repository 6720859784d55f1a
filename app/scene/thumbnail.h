#pragma once

#include <cstdint>
#include <vector>

#include "app/scene/palette.h"

namespace thalweg {

/// A small picture of a landscape: RGBA, 8 bits each, rows from the top; width × height × 4 bytes.
struct Thumbnail {
    int width = 0, height = 0;
    std::vector<std::uint8_t> pixels;
};

/// The surface seen from the side from which the 3D view first shows it, coloured by height, lit from the upper left.
/// Everything else is transparent, and so is the whole picture of a formula that cannot be read.
Thumbnail make_thumbnail(const LandscapeChoice& landscape, Colormap colors, int width = 96, int height = 64);

}  // namespace thalweg
