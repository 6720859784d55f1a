#pragma once

#include <string>

namespace thalweg {

/// Values on a grid of the plane, out of a file of numbers (core/data/grid_file.h says which). The file's bytes stay
/// where they are: a session remembers where, and how to know them again.
struct GridChoice {
    std::string file = {};    ///< where it is
    std::string array = {};   ///< which of its arrays; empty: the likeliest
    std::string sha256 = {};  ///< of its bytes; empty: whatever they are
    bool operator==(const GridChoice&) const = default;
};

}  // namespace thalweg
