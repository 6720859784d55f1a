#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "app/scene/scene.h"

namespace thalweg {

/// The formulas of the partial derivatives (of a curve: of its slope) as lines to show, very long ones cut; of what is
/// no formula, a line that says where its derivatives come from. Written anew only for a new landscape, since a long
/// formula takes its time to write.
struct GradientWords {
    std::vector<std::string> lines;                                      ///< "∂f/∂x = 2x"
    std::uint64_t revision = std::numeric_limits<std::uint64_t>::max();  ///< of the landscape that they are of

    void update(const LandscapePart& landscape);
};

}  // namespace thalweg
