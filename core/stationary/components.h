#pragma once

#include <span>
#include <vector>

#include "core/stationary/examine.h"
#include "core/stationary/rectangle.h"
#include "core/stationary/stationary.h"

namespace thalweg {

/// A piece of the domain about which nothing could be decided.
struct OpenPiece {
    Rectangle rectangle;
    Obstacle obstacle;
};

/// Groups of pieces (by index) that hang together: within a group one gets from any piece to any other over pieces that
/// lie closer than (gap_x, gap_y). Of more than a thousand pieces also those that share a cell of a 256×256 raster over
/// all of them hang together. Groups and their members are in ascending order of index.
std::vector<std::vector<std::size_t>> components(std::span<const OpenPiece> pieces, double gap_x, double gap_y);

/// Few regions that cover all the pieces, each with the gravest reason of its pieces: one for each component, or up to
/// eight where one would cover mostly other points (a ring); neighbours are joined until there are at most a hundred.
std::vector<UndecidedRegion> merge(std::span<const OpenPiece> pieces, const Scales& scales);

}  // namespace thalweg
