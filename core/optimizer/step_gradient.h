#pragma once

#include "core/optimizer/objective.h"
#include "core/optimizer/torch_arithmetic.h"

namespace thalweg {

/// The gradient that torch's methods step along: ∇f at x, its sign changed when maximizing, then weight_decay · x
/// added. Writes g (n).
inline void step_gradient(const VectorRef& x, Objective& objective, double weight_decay, bool maximize, VectorXd& g) {
    objective.gradient(x, g);
    if (maximize) g = -g;
    if (weight_decay != 0.0) add_to(g, x, weight_decay);
}

/// −1, 0 or 1.
inline double sign(double value) {
    return value > 0.0 ? 1.0 : value < 0.0 ? -1.0 : 0.0;
}

}  // namespace thalweg
