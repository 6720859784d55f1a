#pragma once

#include <span>

#include "app/lenses/lens.h"
#include "app/panels/panel.h"
#include "core/descent/sweep.h"

namespace thalweg {

// What the lenses of many learning rates have in common.

/// 1, or -1 where the optimizer whose runs are shown maximizes.
double sign_of_runs(const LensSubject& subject);

/// The lowest of some losses, or for sign = -1 the highest; infinite where there is none.
double best_loss(std::span<const double> losses, double sign);

/// The best loss that any run comes by which does not diverge: where f is not bounded, a run that flies off has no
/// best. The sweep has runs.
double best_of_settled(const Sweep& sweep, double sign);

/// A button at the end of the line that gives the rate to the optimizer whose runs are shown.
void draw_take_rate(Panel& panel, double rate);

}  // namespace thalweg
