#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

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
/// error that the GNU C Library knows of (manual, "Known Maximum Errors in Math Functions", 2.36, x86_64; see
/// interval_functions.cpp): every proof in this program rests on that assumption, and on IEEE 754 arithmetic.
/// Ends may be infinite. A formula that is defined nowhere on the box gives the empty interval, whose ends are NaN.
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

Interval operator*(const Interval& a, const Interval& b);
Interval operator/(const Interval& a, const Interval& b);

/// The smallest interval that holds both; an empty one adds only its doubts.
Interval hull(const Interval& a, const Interval& b);
/// What both hold, with the doubts of both; empty when they are disjoint.
Interval intersection(const Interval& a, const Interval& b);

/// x^n for whole n, tight: x² of [-1, 2] is [0, 4].
Interval integer_power(const Interval& x, int n);
/// x^y, as the C library defines it: of negative x for whole y only.
Interval pow(const Interval& x, const Interval& y);
Interval sqrt(const Interval& x);
Interval cbrt(const Interval& x);
Interval hypot(const Interval& x, const Interval& y);

Interval exp(const Interval& x);
Interval log(const Interval& x);
Interval log10(const Interval& x);
Interval log2(const Interval& x);
Interval sinh(const Interval& x);
Interval cosh(const Interval& x);
Interval tanh(const Interval& x);
Interval erf(const Interval& x);
/// 1 / (1 + e⁻ˣ) and ln(1 + eˣ).
Interval sigmoid(const Interval& x);
Interval softplus(const Interval& x);

Interval sin(const Interval& x);
Interval cos(const Interval& x);
Interval tan(const Interval& x);
Interval asin(const Interval& x);
Interval acos(const Interval& x);
Interval atan(const Interval& x);
/// The angle of (x, y) in [-π, π]; it jumps at the negative x-axis and at the origin.
Interval atan2(const Interval& y, const Interval& x);

Interval abs(const Interval& x);
Interval min(const Interval& a, const Interval& b);
Interval max(const Interval& a, const Interval& b);
Interval sign(const Interval& x);
/// 1 where x > 0, else 0 — and at 0 itself whatever `at_zero` says.
Interval step(const Interval& x, double at_zero);
Interval floor(const Interval& x);
Interval ceil(const Interval& x);
/// a - b ⌊a/b⌋, which has the sign of b.
Interval mod(const Interval& a, const Interval& b);
Interval relu(const Interval& x);

/// 1 where the comparison holds, 0 where it does not; [0, 1] with a jump where it may do either.
Interval less(const Interval& a, const Interval& b);
Interval less_equal(const Interval& a, const Interval& b);
Interval equal(const Interval& a, const Interval& b);
/// a where the condition is not 0, else b. A branch that is not taken adds no doubts.
Interval select(const Interval& condition, const Interval& a, const Interval& b);

}  // namespace thalweg
