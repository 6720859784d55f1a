#pragma once

#include <string>
#include <vector>

namespace thalweg {

/// What a file of numbers turned out to hold, shown before it is opened. Whoever reads files fills it in.
struct ImportDialog {
    bool open = false;
    std::string file = {};                ///< where it is
    std::vector<std::string> grids = {};  ///< arrays that may be shown as a surface, the likeliest first
    bool may_be_trajectory = false;       ///< it may be laid over the landscape as a path …
    bool as_trajectory = false;           ///< … and is to be
    int grid = 0;                         ///< which of `grids` is wanted

    // About what is wanted.
    bool reading = false;
    std::string understood = {};  ///< what was found, one sentence; empty while it is not known
    std::string problem = {};     ///< why it cannot be opened, one sentence
};

}  // namespace thalweg
