#pragma once

#include <string>
#include <vector>

#include "core/descent/replay.h"
#include "core/optimizer/anatomy.h"

namespace thalweg {

/// A tensor before and after a phase.
struct PhaseRow {
    std::string name;           ///< "x.grad", "exp_avg (m)"
    std::string before, after;  ///< "(1.2, −3)", "None"; of as many digits as it takes to see what has changed
    bool changed = false;
};

/// One of the phases of a training step in PyTorch.
struct StepPhase {
    std::string name;               ///< "zero_grad"
    std::vector<std::string> code;  ///< its lines
    std::vector<PhaseRow> rows;
};

/// zero_grad, backward, clip (where the optimizer clips) and step, with what each changes.
/// before: the run at the row; next, after: one step later. previous: the point one row earlier, empty at the start.
/// coordinates: so many of a point's are shown, 1 of a curve's.
std::vector<StepPhase> step_phases(const Moment& before, const VectorXd& next, const Stepper& after,
                                   const VectorXd& previous, Objective& objective, int coordinates = 2);

}  // namespace thalweg
