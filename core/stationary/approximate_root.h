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
/// from (x, y) by Levenberg and Marquardt's method leads to one within the distance (dx, dy). There a root cannot be
/// certified. hessian_magnitude: the size of H nearby, which says what is singular.
std::optional<ApproximateRoot> degenerate_root(IntervalModel& model, double x, double y, double dx, double dy,
                                               double hessian_magnitude);

/// Whether there is one in the piece or within a piece's size of it.
bool degenerate_root_near(IntervalModel& model, const Rectangle& piece, double hessian_magnitude);

}  // namespace thalweg
