#include <cmath>

#include "core/formula/interval.h"

namespace thalweg {
namespace {

using rounding::down;
using rounding::infinity;
using rounding::up;

bool is_zero(const Interval& a) {
    return a.lower == 0.0 && a.upper == 0.0;
}

/// Zero times an infinite end is zero: the end stands for large numbers, not for infinity itself.
double end_product(double a, double b) {
    return a == 0.0 || b == 0.0 ? 0.0 : a * b;
}

/// Bounds of products or quotients, rounded outward. Where they came out as zero the true value may be a negative or
/// positive number too small for a double, unless the signs of the operands forbid it.
Interval rounded(double lower, double upper, bool never_negative, bool never_positive, Decoration doubts) {
    const double low = lower == 0.0 && never_negative ? 0.0 : down(lower);
    const double high = upper == 0.0 && never_positive ? 0.0 : up(upper);
    return {low, high, doubts};
}

}  // namespace

double Interval::middle() const {
    if (is_finite()) return lower + 0.5 * (upper - lower);
    if (is_empty()) return lower;
    const double low = std::max(lower, -rounding::largest), high = std::min(upper, rounding::largest);
    return 0.5 * low + 0.5 * high;
}

Interval careful_product(const Interval& a, const Interval& b) {
    if (a.is_empty() || b.is_empty()) return Interval::empty().with(operator_doubts(a, b));
    if (is_zero(a) || is_zero(b)) return {0.0, 0.0, operator_doubts(a, b)};
    const double ll = end_product(a.lower, b.lower), lu = end_product(a.lower, b.upper);
    const double ul = end_product(a.upper, b.lower), uu = end_product(a.upper, b.upper);
    const bool never_negative = (a.lower >= 0.0 && b.lower >= 0.0) || (a.upper <= 0.0 && b.upper <= 0.0);
    const bool never_positive = (a.lower >= 0.0 && b.upper <= 0.0) || (a.upper <= 0.0 && b.lower >= 0.0);
    return rounded(std::min({ll, lu, ul, uu}), std::max({ll, lu, ul, uu}), never_negative, never_positive,
                   operator_doubts(a, b));
}

Interval operator/(const Interval& a, const Interval& b) {
    if (a.is_empty() || b.is_empty() || is_zero(b)) return Interval::empty().with(operator_doubts(a, b));
    Decoration doubts = operator_doubts(a, b);
    if (b.contains(0.0)) doubts |= decoration::gap;
    if (is_zero(a)) return {0.0, 0.0, doubts};
    if (b.lower < 0.0 && b.upper > 0.0) return Interval::everything(doubts);

    // From here on b has one sign, though it may touch zero, where the quotient runs to infinity.
    if (b.upper <= 0.0) return -a / -b;
    const double low = a.lower == 0.0  ? 0.0
                       : a.lower < 0.0 ? (b.lower == 0.0 ? -infinity : a.lower / b.lower)
                                       : a.lower / b.upper;
    const double high = a.upper == 0.0  ? 0.0
                        : a.upper < 0.0 ? a.upper / b.upper
                                        : (b.lower == 0.0 ? infinity : a.upper / b.lower);
    if (std::isnan(low) || std::isnan(high)) return Interval::everything(doubts);  // ∞/∞
    return rounded(low, high, a.lower >= 0.0, a.upper <= 0.0, doubts);
}

Interval hull(const Interval& a, const Interval& b) {
    if (a.is_empty()) return b.with(a.decoration);
    if (b.is_empty()) return a.with(b.decoration);
    return {std::min(a.lower, b.lower), std::max(a.upper, b.upper), operator_doubts(a, b)};
}

Interval intersection(const Interval& a, const Interval& b) {
    const double lower = std::max(a.lower, b.lower), upper = std::min(a.upper, b.upper);
    if (!(lower <= upper) || a.is_empty() || b.is_empty()) return Interval::empty().with(operator_doubts(a, b));
    return {lower, upper, operator_doubts(a, b)};
}

Interval Arithmetic<Interval>::divide(const Interval& u, const Interval& v) {
    // One register twice is one number: u/u is 1. The derivative of u ln u needs that at the edge of its domain.
    const bool same = &u == &v && !u.is_empty() && (u.lower != 0.0 || u.upper != 0.0);
    if (!same) return u / v;
    const Interval one{1.0, 1.0, u.decoration};
    return u.contains(0.0) ? one.with(decoration::gap) : one;
}

}  // namespace thalweg
