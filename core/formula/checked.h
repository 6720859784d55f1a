#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "core/formula/differentials.h"
#include "core/formula/evaluate.h"

namespace thalweg {

/// A double that knows whether it is differentiable where it was calculated; for Evaluator::differentiable. A kink that
/// meets an operator whose slope is exactly 0 there is smooth again: x·|x|, relu(x)². In doubt it counts as rough.
struct Checked {
    double value = 0.0;
    Smoothness smoothness = Smoothness::constant;

    bool differentiable() const { return std::isfinite(value) && smoothness <= Smoothness::smooth; }
};

namespace checked {

/// An operand and the operator's slope in its direction.
struct Operand {
    Smoothness smoothness;
    double slope;
};

/// What the operand contributes to the smoothness of a result.
inline Smoothness passed_on(const Operand& operand) {
    if (operand.smoothness == Smoothness::constant) return Smoothness::constant;
    if (!std::isfinite(operand.slope)) return Smoothness::rough;
    return operand.smoothness == Smoothness::kink && operand.slope == 0.0 ? Smoothness::smooth : operand.smoothness;
}

inline Checked result(double value, Smoothness of_operator, std::span<const Operand> operands) {
    Smoothness worst = Smoothness::constant;
    for (const Operand& operand : operands) worst = std::max(worst, passed_on(operand));
    return {value, worst == Smoothness::constant ? worst : std::max(worst, of_operator)};
}

}  // namespace checked

/// The operators for Checked, all made from the table.
template <>
struct Arithmetic<Checked> {
    static Checked constant(const Constant& c) { return {c.value, Smoothness::constant}; }

#define THALWEG_UNARY(name, ...)                                                          \
    static Checked name(const Checked& u) {                                               \
        const double f = Arithmetic<double>::name(u.value);                               \
        const double slope = differentials::name##_differential<double>(u.value, 1.0, f); \
        return checked::result(f, differentials::name##_smoothness(u.value, f),           \
                               std::array{checked::Operand{u.smoothness, slope}});        \
    }
#define THALWEG_BINARY(name, ...)                                                                          \
    static Checked name(const Checked& u, const Checked& v) {                                              \
        const double f = Arithmetic<double>::name(u.value, v.value);                                       \
        const double along_u = differentials::name##_differential<double>(u.value, v.value, 1.0, 0.0, f);  \
        const double along_v = differentials::name##_differential<double>(u.value, v.value, 0.0, 1.0, f);  \
        return checked::result(                                                                            \
            f, differentials::name##_smoothness(u.value, v.value, f),                                      \
            std::array{checked::Operand{u.smoothness, along_u}, checked::Operand{v.smoothness, along_v}}); \
    }
// A choice: the branch that is not taken has no influence at all.
#define THALWEG_TERNARY(name, ...)                                              \
    static Checked name(const Checked& u, const Checked& v, const Checked& w) { \
        const Checked& taken = u.value != 0.0 ? v : w;                          \
        return {taken.value, std::max(u.smoothness, taken.smoothness)};         \
    }
#include "core/formula/operators.def"

    static Checked integer_power(const Checked& u, int n) {
        const double f = Arithmetic<double>::integer_power(u.value, n);
        const double slope = n * Arithmetic<double>::power(u.value, n - 1);
        return checked::result(f, Smoothness::smooth, std::array{checked::Operand{u.smoothness, slope}});
    }
};
static_assert(CompleteArithmetic<Checked>);

}  // namespace thalweg
