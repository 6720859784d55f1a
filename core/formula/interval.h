#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

#include "core/formula/evaluate.h"
#include "core/formula/interval_rounding.h"

namespace thalweg {

/// What may be wrong with a function somewhere on a box, collected while it is evaluated there: the decorations of
/// IEEE 1788-2015 (section 11), as a set, because a formula may have gaps and still be smooth wherever it is defined.
///   gap:  not defined at some points of the box (1788: trv)
///   jump: not continuous at some points where it is defined (1788: def)
///   kink: not twice continuously differentiable at some points where it is defined (1788 has no level for this)
/// An empty set proves the function to be defined and C² on the whole closed box.
using Decoration = std::uint8_t;
namespace decoration {
inline constexpr Decoration smooth = 0, kink = 1, jump = 2, gap = 4;
}

/// A closed interval that holds every value that a formula takes on a box, for proofs:
///   x ∈ X, y ∈ Y  =>  f(x, y) ∈ F(X, Y) wherever f is defined.
/// Bounds are rounded outward (interval_rounding.h). Functions of the C library are trusted within twice the largest
/// error that the GNU C Library knows of (library_errors.h; more is allowed for huge arguments of sin, cos and tan):
/// every proof in this program rests on that assumption, and on IEEE 754 arithmetic. Ends may be infinite. A formula
/// that is defined nowhere on the box gives the empty interval, whose ends are NaN.
struct Interval {
    double lower = 0.0;
    double upper = 0.0;
    Decoration decoration = decoration::smooth;

    constexpr Interval() = default;
    constexpr Interval(double value) : lower(value), upper(value) {}  // NOLINT: a number is an interval
    constexpr Interval(double low, double high, Decoration doubts = decoration::smooth)
        : lower(low), upper(high), decoration(doubts) {}

    static constexpr Interval empty() {
        constexpr double nan = std::numeric_limits<double>::quiet_NaN();
        return {nan, nan, decoration::gap};
    }
    static constexpr Interval everything(Decoration doubts = decoration::smooth) {
        return {-rounding::infinity, rounding::infinity, doubts};
    }
    /// The real numbers that a double may stand for after it was typed in decimal or computed with one rounding.
    static Interval around(double value) { return {rounding::down(value), rounding::up(value)}; }

    bool is_empty() const { return !(lower <= upper); }
    bool is_point() const { return lower == upper; }
    bool contains(double x) const { return lower <= x && x <= upper; }
    bool is_finite() const { return upper - lower < rounding::infinity; }
    bool is_defined() const { return (decoration & decoration::gap) == 0; }
    bool is_continuous() const { return (decoration & decoration::jump) == 0; }
    bool is_smooth() const { return (decoration & (decoration::jump | decoration::kink)) == 0; }

    /// Upper bound of the width, rounded upward.
    double width() const { return rounding::up(upper - lower); }
    /// A double inside; 0 for everything.
    double middle() const;
    /// Largest and smallest absolute value.
    double magnitude() const { return std::max(std::abs(lower), std::abs(upper)); }
    double mignitude() const { return contains(0.0) ? 0.0 : std::min(std::abs(lower), std::abs(upper)); }

    /// The same interval with more doubts.
    Interval with(Decoration doubts) const { return {lower, upper, static_cast<Decoration>(decoration | doubts)}; }
};

/// The doubts of a result of two operands.
inline Decoration operator_doubts(const Interval& a, const Interval& b) {
    return static_cast<Decoration>(a.decoration | b.decoration);
}

inline Interval operator-(const Interval& a) {
    return {-a.upper, -a.lower, a.decoration};
}

inline Interval operator+(const Interval& a, const Interval& b) {
    const double lower = a.lower + b.lower, upper = a.upper + b.upper;
    // A sum that is zero is exact, and so keeps what hangs on signs: sqrt(x²) stays defined.
    return {lower == 0.0 ? 0.0 : rounding::down(lower), upper == 0.0 ? 0.0 : rounding::up(upper),
            operator_doubts(a, b)};
}

inline Interval operator-(const Interval& a, const Interval& b) {
    return a + -b;
}

/// The product when an end is infinite, empty or a zero whose sign needs care.
Interval careful_product(const Interval& a, const Interval& b);

inline Interval operator*(const Interval& a, const Interval& b) {
    const double ll = a.lower * b.lower, lu = a.lower * b.upper, ul = a.upper * b.lower, uu = a.upper * b.upper;
    const double lower = std::min(std::min(ll, lu), std::min(ul, uu));
    const double upper = std::max(std::max(ll, lu), std::max(ul, uu));
    const bool plain = std::abs((ll + lu) + (ul + uu)) <= rounding::largest && lower != 0.0 && upper != 0.0;
    if (!plain) return careful_product(a, b);
    return {rounding::down(lower), rounding::up(upper), operator_doubts(a, b)};
}

Interval operator/(const Interval& a, const Interval& b);

/// The smallest interval that holds both; an empty one adds only its doubts.
Interval hull(const Interval& a, const Interval& b);
/// What both hold, with the doubts of both; empty when they are disjoint.
Interval intersection(const Interval& a, const Interval& b);

/// The operators for Interval. Gaps follow Arithmetic<double>: what is NaN there is outside the domain here, and so are
/// poles.
template <>
struct Arithmetic<Interval> {
    static Interval constant(const Constant& c) { return {c.lower, c.upper}; }

    static Interval add(const Interval& u, const Interval& v) { return u + v; }
    static Interval subtract(const Interval& u, const Interval& v) { return u - v; }
    static Interval multiply(const Interval& u, const Interval& v) { return u * v; }
    static Interval negate(const Interval& u) { return -u; }

    // interval_arithmetic.cpp
    static Interval divide(const Interval& u, const Interval& v);

    // interval_power.cpp
    static Interval square(const Interval& x);
    static Interval integer_power(const Interval& x, int n);
    static Interval power(const Interval& x, const Interval& y);

    // interval_functions.cpp
    static Interval sqrt(const Interval& x);
    static Interval cbrt(const Interval& x);
    static Interval hypot(const Interval& x, const Interval& y);
    static Interval exp(const Interval& x);
    static Interval ln(const Interval& x);
    static Interval log10(const Interval& x);
    static Interval log2(const Interval& x);
    static Interval sinh(const Interval& x);
    static Interval cosh(const Interval& x);
    static Interval tanh(const Interval& x);
    static Interval erf(const Interval& x);
    static Interval sigmoid(const Interval& x);
    static Interval softplus(const Interval& x);

    // interval_trigonometry.cpp
    static Interval sin(const Interval& x);
    static Interval cos(const Interval& x);
    static Interval tan(const Interval& x);
    static Interval asin(const Interval& x);
    static Interval acos(const Interval& x);
    static Interval atan(const Interval& x);
    static Interval atan2(const Interval& y, const Interval& x);

    // interval_piecewise.cpp
    static Interval abs(const Interval& x);
    static Interval min(const Interval& a, const Interval& b);
    static Interval max(const Interval& a, const Interval& b);
    static Interval sign(const Interval& x);
    static Interval step(const Interval& x);
    static Interval floor(const Interval& x);
    static Interval ceil(const Interval& x);
    static Interval mod(const Interval& a, const Interval& b);
    static Interval relu(const Interval& x);
    static Interval less(const Interval& a, const Interval& b);
    static Interval less_equal(const Interval& a, const Interval& b);
    static Interval equal(const Interval& a, const Interval& b);
    static Interval not_equal(const Interval& a, const Interval& b);
    static Interval both(const Interval& a, const Interval& b);
    static Interval either(const Interval& a, const Interval& b);
    static Interval select(const Interval& condition, const Interval& a, const Interval& b);
};
static_assert(CompleteArithmetic<Interval>);

}  // namespace thalweg
