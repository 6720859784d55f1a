#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/scene/scene.h"
#include "core/descent/replay.h"

namespace thalweg {

/// The update rule with the numbers of one step. Made anew only when what it was made from has changed, since finding
/// the optimizer's state at a late step takes the whole run up to there.
struct WorkedStep {
    std::string steps;              ///< "step 42 → 43"
    std::vector<WorkedLine> lines;  ///< for x, then for y; none where the run ends

    // What it was made from.
    std::uint64_t revision = 0;  ///< of what is descended
    RunRequest request;
    int row = -1;

    /// Brings it up to date. rows: how many the run has.
    void update(const LandscapePart& landscape, const RunRequest& wanted, int wanted_row, int rows);
};

}  // namespace thalweg
