#pragma once

#include <set>
#include <string>

#include "core/optimizer/optimizer.h"

namespace thalweg {

/// One optimizer as an entry of a script's list of runs.
struct PytorchRun {
    std::string entry;            ///< the dictionary, indented
    std::set<std::string> parts;  ///< of assets/scripts/pytorch.py that it needs
};

/// whole: of a loss over samples, whether each step sees all of them.
PytorchRun pytorch_run(const Optimizer& optimizer, bool whole = false);

}  // namespace thalweg
