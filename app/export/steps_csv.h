#pragma once

#include <string>

#include "core/descent/run.h"

namespace thalweg {

/// A run as a table for other programs, 17 significant digits:
///   step,x,y,loss,gradient_x,gradient_y,learning_rate
/// A curve has no y columns; with three or more coordinates they are x1, x2, …
std::string steps_csv(const Trajectory& trajectory);

/// The table of steps as lecture notes write it, of a run in the plane:
///   step,x,y,gradient_x,gradient_y,delta_x,delta_y,loss
/// where delta is the step that leaves the row; the last row has none.
std::string steps_table_csv(const Trajectory& trajectory);

}  // namespace thalweg
