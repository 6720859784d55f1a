#include <cmath>

#include "core/formula/interval.h"
#include "core/formula/library_errors.h"

namespace thalweg {
namespace {

using rounding::down;
using rounding::infinity;
using rounding::up;

/// The range of an increasing function.
template <class Function>
Interval increasing(const Interval& x, Function function, double error) {
    if (x.is_empty()) return x;
    return {down(function(x.lower), error), up(function(x.upper), error), x.decoration};
}

/// The range of an increasing odd function: it keeps signs, however small the numbers.
template <class Function>
Interval increasing_odd(const Interval& x, Function function, double error) {
    Interval range = increasing(x, function, error);
    if (x.lower >= 0.0) range.lower = std::max(range.lower, 0.0);
    if (x.upper <= 0.0) range.upper = std::min(range.upper, 0.0);
    return range;
}

/// What of the range a function can reach at all, rounding aside.
Interval within(Interval range, double lowest, double highest) {
    range.lower = std::max(range.lower, lowest);
    range.upper = std::min(range.upper, highest);
    return range;
}

/// A logarithm, with a gap unless x > 0.
template <class Function>
Interval logarithm(const Interval& x, Function function, double error) {
    if (x.is_empty() || x.upper <= 0.0) return Interval::empty().with(x.decoration);
    const double lower = x.lower <= 0.0 ? -infinity : down(function(x.lower), error);
    const Interval range{lower, up(function(x.upper), error), x.decoration};
    return x.lower <= 0.0 ? range.with(decoration::gap) : range;
}

/// ln(1 + eˣ) at one point: max(x, 0) + ln(1 + e⁻|x|), which neither overflows nor cancels.
Interval softplus_at(double x) {
    const Interval power = Arithmetic<Interval>::exp(Interval(-std::abs(x)));
    const Interval rest{std::max(0.0, down(std::log1p(power.lower), library_errors::log1p)),
                        up(std::log1p(power.upper), library_errors::log1p)};
    return Interval(std::max(x, 0.0)) + rest;
}

}  // namespace

Interval Arithmetic<Interval>::sqrt(const Interval& x) {
    if (x.is_empty() || x.upper < 0.0) return Interval::empty().with(x.decoration);
    const double lower = x.lower <= 0.0 ? 0.0 : down(std::sqrt(x.lower));
    const Interval range{lower, x.upper == 0.0 ? 0.0 : up(std::sqrt(x.upper)), x.decoration};
    if (x.lower > 0.0) return range;
    return range.with(x.lower < 0.0 ? decoration::kink | decoration::gap : decoration::kink);
}

Interval Arithmetic<Interval>::cbrt(const Interval& x) {
    const Interval range = increasing_odd(x, [](double t) { return std::cbrt(t); }, library_errors::cbrt);
    return x.contains(0.0) ? range.with(decoration::kink) : range;
}

Interval Arithmetic<Interval>::hypot(const Interval& x, const Interval& y) {
    if (x.is_empty() || y.is_empty()) return Interval::empty().with(operator_doubts(x, y));
    const double lower = std::max(0.0, down(std::hypot(x.mignitude(), y.mignitude()), library_errors::hypot));
    const Interval range{lower, up(std::hypot(x.magnitude(), y.magnitude()), library_errors::hypot),
                         operator_doubts(x, y)};
    return x.contains(0.0) && y.contains(0.0) ? range.with(decoration::kink) : range;
}

Interval Arithmetic<Interval>::exp(const Interval& x) {
    return within(increasing(x, [](double t) { return std::exp(t); }, library_errors::exp), 0.0, infinity);
}

Interval Arithmetic<Interval>::ln(const Interval& x) {
    return logarithm(x, [](double t) { return std::log(t); }, library_errors::log);
}

Interval Arithmetic<Interval>::log10(const Interval& x) {
    return logarithm(x, [](double t) { return std::log10(t); }, library_errors::log10);
}

Interval Arithmetic<Interval>::log2(const Interval& x) {
    return logarithm(x, [](double t) { return std::log2(t); }, library_errors::log2);
}

Interval Arithmetic<Interval>::sinh(const Interval& x) {
    return increasing_odd(x, [](double t) { return std::sinh(t); }, library_errors::sinh);
}

Interval Arithmetic<Interval>::cosh(const Interval& x) {
    if (x.is_empty()) return x;
    const double lower = std::max(1.0, down(std::cosh(x.mignitude()), library_errors::cosh));
    return {lower, up(std::cosh(x.magnitude()), library_errors::cosh), x.decoration};
}

Interval Arithmetic<Interval>::tanh(const Interval& x) {
    return within(increasing_odd(x, [](double t) { return std::tanh(t); }, library_errors::tanh), -1.0, 1.0);
}

Interval Arithmetic<Interval>::erf(const Interval& x) {
    return within(increasing_odd(x, [](double t) { return std::erf(t); }, library_errors::erf), -1.0, 1.0);
}

Interval Arithmetic<Interval>::sigmoid(const Interval& x) {
    if (x.is_empty()) return x;
    const Interval low = 1.0 / (1.0 + exp(Interval(-x.lower))), high = 1.0 / (1.0 + exp(Interval(-x.upper)));
    return within({low.lower, high.upper, x.decoration}, 0.0, 1.0);
}

Interval Arithmetic<Interval>::softplus(const Interval& x) {
    if (x.is_empty()) return x;
    return {std::max(0.0, softplus_at(x.lower).lower), softplus_at(x.upper).upper, x.decoration};
}

}  // namespace thalweg
