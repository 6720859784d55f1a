#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/descent/run.h"
#include "core/optimizer/update_rule.h"

namespace thalweg {

/// A run as it stands at one of its rows: where it is, and the optimizer with what it remembers.
struct Moment {
    VectorXd x;
    Stepper stepper;
};

/// The run's state at `row`, found by taking so many steps from the start again. Bit by bit what run() passed through.
Moment replay(const Landscape& landscape, const RunRequest& request, int row);

/// The step that leaves `row`, with its numbers filled in: for each coordinate its lines, see worked_step().
/// coordinates: their names, one for each.
std::vector<std::vector<WorkedLine>> worked_steps(const Landscape& landscape, const RunRequest& request, int row,
                                                  std::span<const std::string> coordinates, int digits = 4);

}  // namespace thalweg
