#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "core/formula/operators.h"

namespace thalweg {

/// How tightly Python holds an expression together, from loosest to tightest.
enum class PythonGrip : std::uint8_t {
    choice,      ///< v if u else w
    either,      ///< or
    both,        ///< and
    comparison,  ///< <
    bit_or,      ///< |
    bit_and,     ///< &
    sum,
    product,
    negation,
    power,
    atom
};

/// One operator in one library's words. {0}, {1}, {2} are the operands, {n} an integer power's exponent.
struct PythonSpelling {
    std::string_view text;
    PythonGrip grip = PythonGrip::atom;       ///< of the result
    std::array<PythonGrip, 3> operands = {};  ///< looser operands are put into brackets
    std::string_view helper = {};             ///< a function of our own that it calls (assets/scripts)
};

/// A row for each row of operators.def, in its order. torch's numbers are tensors without dimensions, so that a choice
/// is Python's own and its gradient that of the branch taken; numpy's are whole arrays.
struct PythonRow {
    Operator operation;
    PythonSpelling torch, numpy;
};

constexpr PythonSpelling python_call(std::string_view text, std::string_view helper = {}) {
    return {.text = text, .helper = helper};
}

constexpr PythonRow python_calls(Operator operation, std::string_view torch, std::string_view numpy) {
    return {operation, python_call(torch), python_call(numpy)};
}

/// Written alike in both.
constexpr PythonRow python_sign(Operator operation, std::string_view text, PythonGrip grip, PythonGrip left,
                                PythonGrip right = {}) {
    const PythonSpelling both{.text = text, .grip = grip, .operands = {left, right}};
    return {operation, both, both};
}

inline constexpr PythonRow python_rows[] = {
    python_sign(Operator::add, "{0} + {1}", PythonGrip::sum, PythonGrip::sum, PythonGrip::product),
    python_sign(Operator::subtract, "{0} - {1}", PythonGrip::sum, PythonGrip::sum, PythonGrip::product),
    python_sign(Operator::multiply, "{0} * {1}", PythonGrip::product, PythonGrip::product, PythonGrip::power),
    python_sign(Operator::divide, "{0} / {1}", PythonGrip::product, PythonGrip::product, PythonGrip::power),
    python_sign(Operator::negate, "-{0}", PythonGrip::negation, PythonGrip::power),
    python_sign(Operator::square, "{0}**2", PythonGrip::power, PythonGrip::atom),
    python_sign(Operator::integer_power, "{0}**{n}", PythonGrip::power, PythonGrip::atom),
    python_sign(Operator::power, "{0}**{1}", PythonGrip::power, PythonGrip::atom, PythonGrip::atom),
    python_calls(Operator::sqrt, "torch.sqrt({0})", "np.sqrt({0})"),

    {Operator::cbrt, python_call("cbrt({0})", "cbrt"), python_call("np.cbrt({0})")},
    python_calls(Operator::exp, "torch.exp({0})", "np.exp({0})"),
    python_calls(Operator::ln, "torch.log({0})", "np.log({0})"),
    python_calls(Operator::log10, "torch.log10({0})", "np.log10({0})"),
    python_calls(Operator::log2, "torch.log2({0})", "np.log2({0})"),
    python_calls(Operator::sin, "torch.sin({0})", "np.sin({0})"),
    python_calls(Operator::cos, "torch.cos({0})", "np.cos({0})"),
    python_calls(Operator::tan, "torch.tan({0})", "np.tan({0})"),
    python_calls(Operator::asin, "torch.asin({0})", "np.arcsin({0})"),
    python_calls(Operator::acos, "torch.acos({0})", "np.arccos({0})"),
    python_calls(Operator::atan, "torch.atan({0})", "np.arctan({0})"),
    python_calls(Operator::sinh, "torch.sinh({0})", "np.sinh({0})"),
    python_calls(Operator::cosh, "torch.cosh({0})", "np.cosh({0})"),
    python_calls(Operator::tanh, "torch.tanh({0})", "np.tanh({0})"),
    {Operator::erf, python_call("torch.erf({0})"), python_call("erf({0})", "erf")},
    {Operator::sigmoid, python_call("torch.sigmoid({0})"), python_call("sigmoid({0})", "sigmoid")},
    // Beyond its threshold torch leaves ln(1 + eᵘ) at u, which from 40 on it is.
    python_calls(Operator::softplus, "torch.nn.functional.softplus({0}, threshold=40.0)", "np.logaddexp({0}, 0.0)"),
    python_calls(Operator::atan2, "torch.atan2({0}, {1})", "np.arctan2({0}, {1})"),
    python_calls(Operator::hypot, "torch.hypot({0}, {1})", "np.hypot({0}, {1})"),

    python_calls(Operator::abs, "torch.abs({0})", "np.abs({0})"),
    python_calls(Operator::relu, "torch.relu({0})", "np.maximum({0}, 0.0)"),
    python_calls(Operator::sign, "torch.sign({0})", "np.sign({0})"),
    {Operator::step, python_call("step({0})", "step"), python_call("np.heaviside({0}, 1.0)")},
    python_calls(Operator::floor, "torch.floor({0})", "np.floor({0})"),
    python_calls(Operator::ceil, "torch.ceil({0})", "np.ceil({0})"),
    python_calls(Operator::min, "torch.minimum({0}, {1})", "np.minimum({0}, {1})"),
    python_calls(Operator::max, "torch.maximum({0}, {1})", "np.maximum({0}, {1})"),
    python_calls(Operator::mod, "torch.remainder({0}, {1})", "np.remainder({0}, {1})"),

    python_sign(Operator::less, "{0} < {1}", PythonGrip::comparison, PythonGrip::sum, PythonGrip::sum),
    python_sign(Operator::less_equal, "{0} <= {1}", PythonGrip::comparison, PythonGrip::sum, PythonGrip::sum),
    python_sign(Operator::equal, "{0} == {1}", PythonGrip::comparison, PythonGrip::sum, PythonGrip::sum),
    python_sign(Operator::not_equal, "{0} != {1}", PythonGrip::comparison, PythonGrip::sum, PythonGrip::sum),
    {Operator::both,
     {"{0} and {1}", PythonGrip::both, {PythonGrip::both, PythonGrip::comparison}},
     {"{0} & {1}", PythonGrip::bit_and, {PythonGrip::bit_and, PythonGrip::sum}}},
    {Operator::either,
     {"{0} or {1}", PythonGrip::either, {PythonGrip::either, PythonGrip::both}},
     {"{0} | {1}", PythonGrip::bit_or, {PythonGrip::bit_or, PythonGrip::bit_and}}},
    {Operator::select,
     {"{1} if {0} else {2}", PythonGrip::choice, {PythonGrip::either, PythonGrip::either, PythonGrip::choice}},
     python_call("np.where({0}, {1}, {2})")},
};

/// Whether every row of operators.def has its row here.
constexpr bool python_speaks_all() {
    if (std::size(python_rows) != std::size(operator_traits)) return false;
    for (std::size_t i = 0; i < std::size(python_rows); ++i) {
        if (static_cast<std::size_t>(python_rows[i].operation) != i) return false;
    }
    return true;
}
static_assert(python_speaks_all(), "each row of operators.def needs its row in python_rows");

}  // namespace thalweg
