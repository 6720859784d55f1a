#pragma once

#include <algorithm>
#include <vector>

#include "core/formula/evaluate.h"
#include "core/formula/interval.h"
#include "core/formula/scalar.h"
#include "core/landscape/formula_landscape.h"
#include "core/stationary/domain_calculator.h"
#include "core/stationary/rectangle.h"

namespace thalweg {

/// Enclosures over a rectangle. The decoration of `value` speaks of f itself: without doubts f is C² there.
struct GradientEnclosure {
    Interval value, x, y;

    /// f is C² on the rectangle and x, y enclose its gradient everywhere on it.
    bool is_smooth() const {
        return value.decoration == decoration::smooth && x.is_defined() && y.is_defined() && !x.is_empty() &&
               !y.is_empty();
    }
    const Interval& along(Axis axis) const { return axis == Axis::x ? x : y; }
    bool may_vanish() const { return x.contains(0.0) && y.contains(0.0); }
};

/// The entries of a symmetric 2×2 matrix.
struct HessianEnclosure {
    Interval xx, xy, yy;

    const Interval& second(Axis axis) const { return axis == Axis::x ? xx : yy; }
    bool is_finite() const { return xx.is_finite() && xy.is_finite() && yy.is_finite(); }
    double magnitude() const { return std::max({xx.magnitude(), xy.magnitude(), yy.magnitude()}); }
};

struct DerivativeEnclosure {
    GradientEnclosure gradient;
    HessianEnclosure hessian;
};

/// f, ∇f and H at a point, in doubles: for finding, not for proving.
struct LocalDerivatives {
    double value, x, y, xx, xy, yy;
    bool is_finite() const;
};

/// A formula with its derivatives, evaluated over rectangles of the plane. One thread's private calculator.
/// Parameters that are no short binary fractions were typed in decimal, and are enclosed by their neighbours.
///
/// A curve f(x) is searched as f(x) + y²/2 over y ∈ [-1, 1], which adds nothing but y = 0 to its stationary points.
class IntervalModel {
  public:
    /// The landscape has one or two dimensions.
    explicit IntervalModel(const FormulaLandscape& landscape);

    bool is_curve() const { return curve_; }

    /// f itself (of a curve: without y²/2).
    Interval value(const Rectangle& r);
    GradientEnclosure gradient(const Rectangle& r);
    DerivativeEnclosure derivatives(const Rectangle& r);
    LocalDerivatives at(double x, double y);

  private:
    GradientEnclosure gradient_of(const DomainCalculator& calculator, const Rectangle& r) const;

    bool curve_;
    bool one_variable_;
    std::vector<Interval> parameters_;
    DomainCalculator value_;
    DomainCalculator gradient_;
    DomainCalculator hessian_;
    Calculator<double> point_;
};

}  // namespace thalweg
