#pragma once

#include <optional>

#include "core/stationary/interval_model.h"
#include "core/stationary/rectangle.h"

namespace thalweg {

/// A 2×2 matrix of doubles: an approximate inverse of a Hessian.
struct Matrix2 {
    double xx, xy, yx, yy;
};

/// The inverse of a symmetric matrix; nothing when it is singular or not finite.
std::optional<Matrix2> inverse(double xx, double xy, double yy);

/// The inverse of the midpoint of H; nothing when that is singular or not finite.
std::optional<Matrix2> midpoint_inverse(const HessianEnclosure& hessian);

/// Whether the gradient can vanish at most once in the rectangle: ‖I - C H‖ < 1 for the preconditioner C, in the
/// maximum norm weighted by the rectangle's sides, so that x ↦ C ∇f(x) is one-to-one.
bool at_most_one_root(const Rectangle& r, const HessianEnclosure& hessian, const Matrix2& preconditioner);

/// What one preconditioned interval Newton step (Hansen & Sengupta, 1981) makes of a rectangle that may hold roots of
/// the gradient: the part of it that still may, empty if there is none. gradient: ∇f at the rectangle's middle.
///   Neumaier, 1990, "Interval Methods for Systems of Equations", chapter 5.
Rectangle contract(const Rectangle& r, const HessianEnclosure& hessian, const GradientEnclosure& gradient,
                   const Matrix2& preconditioner);

/// The same in one dimension: where in `range` a function may vanish, given its slope there and its value at the
/// middle.
Interval contract(const Interval& range, const Interval& slope, const Interval& value_at_middle);

/// One simple root of the gradient, proved.
struct CertifiedRoot {
    Rectangle enclosure;   ///< holds the root; a few roundings wide
    Rectangle uniqueness;  ///< holds no other root, and f is C² on it
};

/// Grows rectangles around an approximate root (x, y) (epsilon inflation) until Krawczyk's operator maps one into its
/// own interior: then it holds exactly one root. width, height: the size of the rectangle in which the root was seen.
///   K(V) = p - C ∇f(p) + (I - C H(V)) (V - p); Krawczyk 1969, Moore 1977.
std::optional<CertifiedRoot> certify(IntervalModel& model, double x, double y, double width, double height);

}  // namespace thalweg
