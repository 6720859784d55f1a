#pragma once

#include <algorithm>
#include <functional>
#include <memory>

#include "core/formula/interval.h"
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

/// A function of the plane with its derivatives, enclosed over rectangles. One thread's private calculator.
///
/// A curve f(x) is searched as f(x) + y²/2 over y ∈ [-1, 1], which adds nothing but y = 0 to its stationary points.
class IntervalModel {
  public:
    IntervalModel() = default;
    virtual ~IntervalModel() = default;
    IntervalModel(const IntervalModel&) = delete;
    IntervalModel& operator=(const IntervalModel&) = delete;

    virtual bool is_curve() const { return false; }

    /// f itself (of a curve: without y²/2).
    virtual Interval value(const Rectangle& r) = 0;
    virtual GradientEnclosure gradient(const Rectangle& r) = 0;
    virtual DerivativeEnclosure derivatives(const Rectangle& r) = 0;
    virtual LocalDerivatives at(double x, double y) = 0;
};

/// Makes one for each thread.
using ModelMaker = std::function<std::unique_ptr<IntervalModel>()>;

}  // namespace thalweg
