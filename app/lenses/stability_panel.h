#pragma once

#include <span>

#include "app/panels/panel.h"
#include "core/descent/stability.h"

namespace thalweg {

/// The rate against the curvature at the row shown, and along the whole run; pressing the chart goes to a step.
/// clips: the optimizer clips its gradients.
void draw_stability(Panel& panel, std::span<const StabilityRow> rows, int row, bool clips);

}  // namespace thalweg
