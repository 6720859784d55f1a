#pragma once

#include <span>
#include <string>

#include "core/descent/run.h"

namespace thalweg {

/// A run as a table for other programs, 17 significant digits:
///   step,x,y,loss,gradient_x,gradient_y,learning_rate
/// A curve has no y columns; with three or more coordinates they are called as in `names`,
/// one for each, or else x1, x2, … Where steps see batches there is a
/// column batch_loss, of the batch that the step leaving the row sees; with samples held out validation_loss.
std::string steps_csv(const Trajectory& trajectory, std::span<const std::string> names = {});

}  // namespace thalweg
