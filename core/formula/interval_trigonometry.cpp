#include <cmath>

#include "core/formula/interval.h"
#include "core/formula/library_errors.h"

namespace thalweg {
namespace {

using rounding::down;
using rounding::up;

/// The library subtracts multiples of π from large arguments with a small absolute error, which near a zero of the
/// function exceeds any number of units in the last place: cos(6381956970095103·2⁷⁹⁷) is off by 2⁻¹¹⁰, 11 units.
double lost_by_reduction(double x) {
    return std::abs(x) > 0x1p26 ? 0x1p-80 : 0.0;
}

/// The value found at one point, as far as the library can be trusted: within units in the last place and an absolute
/// error. The unit on top pays for adding the two.
Interval value_within(double value, double ulps, double error) {
    return {down(value, ulps + 1.0) - error, up(value, ulps + 1.0) + error};
}

constexpr Interval pi{0x1.921fb54442d18p+1, 0x1.921fb54442d19p+1};
constexpr Interval one_over_pi{0x1.45f306dc9c882p-2, 0x1.45f306dc9c883p-2};

/// The whole numbers k for which (k + shift)π may lie in x: first, first + 1, …, last. None when last < first.
struct Multiples {
    double first, last;
    bool none() const { return last < first; }
    bool one() const { return first == last; }
};

Multiples multiples_of_pi(const Interval& x, double shift) {
    const Interval turns = Interval(x.lower, x.upper) * one_over_pi - shift;
    return {std::ceil(turns.lower), std::floor(turns.upper)};
}

/// A wave that is (-1)^k at (k + shift)π and monotone in between.
template <class Function>
Interval wave(const Interval& x, double shift, Function function, double ulps) {
    if (x.is_empty()) return x;
    if (!x.is_finite()) return {-1.0, 1.0, x.decoration};
    Interval range = hull(value_within(function(x.lower), ulps, lost_by_reduction(x.lower)),
                          value_within(function(x.upper), ulps, lost_by_reduction(x.upper)));
    const Multiples extremes = multiples_of_pi(x, shift);
    if (!x.is_point() && !extremes.none()) {
        const bool even = std::fmod(extremes.first, 2.0) == 0.0;
        if (!extremes.one() || even) range.upper = 1.0;
        if (!extremes.one() || !even) range.lower = -1.0;
    }
    return {std::max(range.lower, -1.0), std::min(range.upper, 1.0), x.decoration};
}

/// The part of x in [-1, 1], where asin and acos are defined; at both ends they have vertical tangents.
Interval from_minus_one_to_one(const Interval& x) {
    const Interval part = intersection(x, {-1.0, 1.0});
    if (part.is_empty()) return part;
    const bool whole = part.lower == x.lower && part.upper == x.upper;
    const bool touches = part.lower == -1.0 || part.upper == 1.0;
    return part.with(static_cast<Decoration>((whole ? 0 : decoration::gap) | (touches ? decoration::kink : 0)));
}

}  // namespace

Interval Arithmetic<Interval>::sin(const Interval& x) {
    return wave(x, 0.5, [](double t) { return std::sin(t); }, library_errors::sin);
}

Interval Arithmetic<Interval>::cos(const Interval& x) {
    return wave(x, 0.0, [](double t) { return std::cos(t); }, library_errors::cos);
}

Interval Arithmetic<Interval>::tan(const Interval& x) {
    if (x.is_empty()) return x;
    // No double is a pole of tan, but beyond 2⁵² they lie more than a radian apart.
    const bool pole = !x.is_point() && (!x.is_finite() || !multiples_of_pi(x, 0.5).none());
    if (pole || !x.is_finite()) return Interval::everything(x.decoration | decoration::gap);
    const auto at = [](double t) {
        const double value = std::tan(t), slope = 1.0 + value * value;
        return value_within(value, library_errors::tan, 2.0 * slope * lost_by_reduction(t));
    };
    return {at(x.lower).lower, at(x.upper).upper, x.decoration};
}

Interval Arithmetic<Interval>::asin(const Interval& x) {
    const Interval part = from_minus_one_to_one(x);
    if (part.is_empty()) return part;
    return {down(std::asin(part.lower), library_errors::asin), up(std::asin(part.upper), library_errors::asin),
            part.decoration};
}

Interval Arithmetic<Interval>::acos(const Interval& x) {
    const Interval part = from_minus_one_to_one(x);
    if (part.is_empty()) return part;
    return {std::max(0.0, down(std::acos(part.upper), library_errors::acos)),
            up(std::acos(part.lower), library_errors::acos), part.decoration};
}

Interval Arithmetic<Interval>::atan(const Interval& x) {
    if (x.is_empty()) return x;
    return {down(std::atan(x.lower), library_errors::atan), up(std::atan(x.upper), library_errors::atan), x.decoration};
}

Interval Arithmetic<Interval>::atan2(const Interval& y, const Interval& x) {
    const Decoration doubts = operator_doubts(y, x);
    if (x.is_empty() || y.is_empty()) return Interval::empty().with(doubts);
    const bool touches_cut = x.lower <= 0.0 && y.contains(0.0);
    if (touches_cut) {
        return {-pi.upper, pi.upper, static_cast<Decoration>(doubts | decoration::jump | decoration::kink)};
    }
    // A box beside the cut is seen from the origin under an angle whose two sides pass through corners.
    const auto corners = {std::atan2(y.lower, x.lower), std::atan2(y.lower, x.upper), std::atan2(y.upper, x.lower),
                          std::atan2(y.upper, x.upper)};
    return {down(std::min(corners), library_errors::atan2), up(std::max(corners), library_errors::atan2), doubts};
}

}  // namespace thalweg
