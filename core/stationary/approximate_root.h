#pragma once

#include <optional>

#include "core/stationary/interval_model.h"
#include "core/stationary/rectangle.h"

namespace thalweg {

/// Where doubles see the gradient vanish; proves nothing.
struct ApproximateRoot {
    double x, y;
};

/// Newton's iteration from the middle of a piece, as long as it stays near.
std::optional<ApproximateRoot> newton(IntervalModel& model, const Rectangle& piece);

/// The root near which the gradient vanishes while the Hessian is singular to working accuracy, if minimizing ‖∇f‖²
/// from the middle of a piece by Levenberg and Marquardt's method leads to one within the distance of 1.5 times its
/// size, as exactly as doubles can. Such a root cannot be certified. hessian: over the piece, says what is small.
std::optional<ApproximateRoot> degenerate_root(IntervalModel& model, const Rectangle& piece,
                                               const HessianEnclosure& hessian);

/// Whether there seems to be one; the same, but stopped as soon as that is plain.
bool degenerate_root_near(IntervalModel& model, const Rectangle& piece, const HessianEnclosure& hessian);

}  // namespace thalweg
