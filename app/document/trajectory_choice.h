#pragma once

#include <string>

namespace thalweg {

/// A descent that was recorded elsewhere, out of a file of numbers, to be laid over the landscape (read_trajectory in
/// core/data/grid_file.h). Like a grid's, its bytes stay where they are.
struct TrajectoryChoice {
    std::string file = {};    ///< where it is
    std::string sha256 = {};  ///< of its bytes; empty: whatever they are
    bool enabled = true;      ///< shown
    int color = 0;            ///< row of the palette, 0..7
    bool operator==(const TrajectoryChoice&) const = default;
};

}  // namespace thalweg
