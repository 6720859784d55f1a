#pragma once

#include <span>
#include <vector>

#include "core/landscape/landscape.h"

namespace thalweg {

/// The line through the graph's points above P and Q = P + run·d, beside the tangent at P along d.
struct Secant {
    double run = 0.0;      ///< h: on a curve Δx, and it may be negative
    double from = 0.0;     ///< f(P)
    double to = 0.0;       ///< f(Q)
    double slope = 0.0;    ///< (f(Q) − f(P)) / h; NaN for h = 0
    double tangent = 0.0;  ///< ∇f(P)·d, the limit of the slope for h → 0 where f is differentiable

    double error() const { return slope - tangent; }
};

/// point and direction: n coordinates each, the direction of length 1. NaN wherever f is not defined.
Secant secant(Evaluator& f, std::span<const double> point, std::span<const double> direction, double run);

/// The same for h = run, run/10, run/100 …: `count` of them.
std::vector<Secant> shrinking_secants(Evaluator& f, std::span<const double> point, std::span<const double> direction,
                                      double run, int count);

}  // namespace thalweg
