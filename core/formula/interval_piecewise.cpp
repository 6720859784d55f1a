#include <cmath>

#include "core/formula/interval.h"

namespace thalweg {
namespace {

constexpr Decoration jump_and_kink = decoration::jump | decoration::kink;

/// floor and ceil: increasing, with a jump unless one value is taken throughout and no end lies on a whole number.
template <class Function>
Interval staircase(const Interval& x, Function function) {
    if (x.is_empty()) return x;
    const Interval range{function(x.lower), function(x.upper), x.decoration};
    const bool on_jump = x.lower == std::floor(x.lower) || x.upper == std::floor(x.upper);
    return range.is_point() && !on_jump ? range : range.with(jump_and_kink);
}

/// Where an operand is not defined, comparisons fail (and != holds), as those of NaN do.
bool defined(const Interval& a, const Interval& b) {
    return a.is_defined() && b.is_defined();
}
bool may_meet(const Interval& a, const Interval& b) {
    return a.lower <= b.upper && b.lower <= a.upper;
}
bool both_points(const Interval& a, const Interval& b) {
    return a.is_point() && b.is_point();
}
bool same_point(const Interval& a, const Interval& b) {
    return both_points(a, b) && a.lower == b.lower;
}

/// Whether a number may be something else than 0, as NaN is, and whether it may be 0.
bool may_be_nonzero(const Interval& a) {
    return !a.is_defined() || a.lower != 0.0 || a.upper != 0.0;
}
bool may_be_zero(const Interval& a) {
    return a.contains(0.0);
}

/// A condition on a box: 1, 0 or [0, 1]. If it cannot change it is a constant, without the doubts of its operands.
Interval truth(bool may_hold, bool may_fail, bool may_change) {
    const Interval range{may_fail ? 0.0 : 1.0, may_hold ? 1.0 : 0.0};
    return may_change || (may_hold && may_fail) ? range.with(jump_and_kink) : range;
}

/// A comparison changes where its operands meet, if only at the edge of the box; two constants never do.
Interval comparison(const Interval& a, const Interval& b, bool may_hold, bool may_fail) {
    return truth(may_hold, may_fail, may_meet(a, b) && !both_points(a, b));
}

}  // namespace

Interval Arithmetic<Interval>::abs(const Interval& x) {
    if (x.is_empty()) return x;
    const Interval range{x.mignitude(), x.magnitude(), x.decoration};
    return x.contains(0.0) ? range.with(decoration::kink) : range;
}

Interval Arithmetic<Interval>::min(const Interval& a, const Interval& b) {
    return -max(-a, -b);
}

Interval Arithmetic<Interval>::max(const Interval& a, const Interval& b) {
    if (a.is_empty() || b.is_empty()) return Interval::empty().with(operator_doubts(a, b));
    const Interval range{std::max(a.lower, b.lower), std::max(a.upper, b.upper), operator_doubts(a, b)};
    return may_meet(a, b) ? range.with(decoration::kink) : range;
}

Interval Arithmetic<Interval>::sign(const Interval& x) {
    if (x.is_empty()) return x;
    const auto of = [](double t) { return t > 0.0 ? 1.0 : t < 0.0 ? -1.0 : 0.0; };
    const Interval range{of(x.lower), of(x.upper), x.decoration};
    return x.contains(0.0) ? range.with(jump_and_kink) : range;
}

Interval Arithmetic<Interval>::step(const Interval& x) {
    if (x.is_empty()) return x;
    const Interval range{x.lower >= 0.0 ? 1.0 : 0.0, x.upper >= 0.0 ? 1.0 : 0.0, x.decoration};
    return x.contains(0.0) ? range.with(jump_and_kink) : range;
}

Interval Arithmetic<Interval>::floor(const Interval& x) {
    return staircase(x, [](double t) { return std::floor(t); });
}

Interval Arithmetic<Interval>::ceil(const Interval& x) {
    return staircase(x, [](double t) { return std::ceil(t); });
}

Interval Arithmetic<Interval>::mod(const Interval& a, const Interval& b) {
    const Interval turns = floor(a / b);
    if (turns.is_empty()) return turns;
    if (turns.is_point()) return (a - turns * b).with(turns.decoration);
    return {std::min(b.lower, 0.0), std::max(b.upper, 0.0), turns.decoration};
}

Interval Arithmetic<Interval>::relu(const Interval& x) {
    return max(x, 0.0);
}

Interval Arithmetic<Interval>::less(const Interval& a, const Interval& b) {
    return comparison(a, b, a.lower < b.upper, a.upper >= b.lower || !defined(a, b));
}

Interval Arithmetic<Interval>::less_equal(const Interval& a, const Interval& b) {
    return comparison(a, b, a.lower <= b.upper, a.upper > b.lower || !defined(a, b));
}

Interval Arithmetic<Interval>::equal(const Interval& a, const Interval& b) {
    return comparison(a, b, may_meet(a, b), !same_point(a, b) || !defined(a, b));
}

Interval Arithmetic<Interval>::not_equal(const Interval& a, const Interval& b) {
    return comparison(a, b, !same_point(a, b) || !defined(a, b), may_meet(a, b));
}

Interval Arithmetic<Interval>::both(const Interval& a, const Interval& b) {
    return truth(may_be_nonzero(a) && may_be_nonzero(b), may_be_zero(a) || may_be_zero(b),
                 !a.is_continuous() || !b.is_continuous());
}

Interval Arithmetic<Interval>::either(const Interval& a, const Interval& b) {
    return truth(may_be_nonzero(a) || may_be_nonzero(b), may_be_zero(a) && may_be_zero(b),
                 !a.is_continuous() || !b.is_continuous());
}

Interval Arithmetic<Interval>::select(const Interval& condition, const Interval& a, const Interval& b) {
    const bool either_way = may_be_zero(condition) && may_be_nonzero(condition);
    const Interval range = either_way ? hull(a, b) : may_be_zero(condition) ? b : a;
    return either_way || !condition.is_continuous() ? range.with(jump_and_kink) : range;
}

}  // namespace thalweg
