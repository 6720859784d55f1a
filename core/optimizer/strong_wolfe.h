#pragma once

#include "core/optimizer/objective.h"

namespace thalweg {

/// What makes a step length t along d good enough, from x with φ(t) = f(x + t d):
///   decrease:   φ(t) <= φ(0) + c1 t φ′(0)
///   curvature:  |φ′(t)| <= -c2 φ′(0)
struct WolfeConditions {
    double c1 = 1e-4;
    double c2 = 0.9;
    double tolerance_change = 1e-9;  ///< gives up when the bracket moves no coordinate by more than this
    int max_trials = 25;
};

/// One trial of a line search.
struct LineTrial {
    double t = 0.0;      ///< step length
    double value = 0.0;  ///< f at x + t d
    double slope = 0.0;  ///< the gradient there times d
    VectorXd gradient;
};

/// Finds a step length that meets the strong Wolfe conditions, by bracketing and cubic interpolation.
/// Where f is undefined it counts as infinitely high, and a bracket that ends there is halved.
/// Nocedal & Wright, Algorithms 3.5 and 3.6, in the order of operations of torch's LBFGS.
/// Keeps its memory between searches: search() does not allocate.
class StrongWolfe {
  public:
    explicit StrongWolfe(int n);

    /// From x with value f, gradient g and slope g·d < 0, first trying t. The result is valid until the next search:
    /// the best trial seen when no trial met the conditions.
    const LineTrial& search(const ConstVectorRef& x, const ConstVectorRef& d, double t, double f,
                            const ConstVectorRef& g, double slope, Objective& objective,
                            const WolfeConditions& conditions);

    /// How often the last search evaluated the gradient.
    int evaluations() const { return evaluations_; }

  private:
    void evaluate(LineTrial& trial, const ConstVectorRef& x, const ConstVectorRef& d, double t, Objective& objective);

    LineTrial trial_, bracket_[2];
    VectorXd point_;
    int evaluations_ = 0;
};

}  // namespace thalweg
