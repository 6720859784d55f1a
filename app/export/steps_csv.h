#pragma once

#include <string>

#include "core/descent/run.h"

namespace thalweg {

/// A run as a table for other programs, 17 significant digits:
///   step,x,y,loss,gradient_x,gradient_y,learning_rate
/// A curve has no y columns; with three or more coordinates they are x1, x2, …
std::string steps_csv(const Trajectory& trajectory);

}  // namespace thalweg
