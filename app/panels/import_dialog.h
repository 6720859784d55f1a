#pragma once

#include <memory>
#include <string>
#include <vector>

namespace thalweg {

struct DataSet;

/// What a file of numbers may be taken for.
enum class ImportWay { surface, path, samples };

/// What a file of numbers turned out to hold, shown before it is opened. Whoever reads files fills it in.
struct ImportDialog {
    bool open = false;
    std::string file = {};                ///< where it is
    std::vector<std::string> grids = {};  ///< arrays that may be shown as a surface, the likeliest first
    bool may_be_trajectory = false;       ///< it may be laid over the landscape as a path
    bool may_be_samples = false;          ///< it may be the samples of a loss
    ImportWay way = ImportWay::surface;   ///< as what it is wanted
    int grid = 0;                         ///< which of `grids` is wanted

    // About what is wanted.
    bool reading = false;
    std::string understood = {};                       ///< what was found, one sentence; empty while it is not known
    std::shared_ptr<const DataSet> samples = nullptr;  ///< if they are wanted as such
    std::string problem = {};                          ///< why it cannot be opened, one sentence
};

}  // namespace thalweg
