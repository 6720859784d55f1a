#pragma once

#include <optional>
#include <span>
#include <string>

#include "core/descent/run.h"

namespace thalweg {

/// A row of the table of steps: the point after i steps, the gradient there, and the step that leaves it.
struct StepRow {
    int step = 0;
    double x = 0, y = 0;
    double gradient_x = 0, gradient_y = 0;   ///< ∂f/∂x, ∂f/∂y
    std::optional<double> delta_x, delta_y;  ///< Δx, Δy; the last row has none
    double loss = 0;                         ///< f(x, y)
};

/// Row i of a trajectory in the plane, 0 <= i < rows().
StepRow step_row(const Trajectory& trajectory, int i);

/// The table as CSV: a line of headings, then the rows with 17 significant digits; what a row has not stays empty.
/// names: of the trajectory's coordinates, of which there may be more than two.
std::string steps_table_csv(const Trajectory& trajectory, std::span<const std::string> names);

}  // namespace thalweg
