#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/formula/operators.h"

namespace thalweg {

/// One step of a program: registers[result] = operation(registers[operands[0]], …).
/// Operands are registers that were written before; no instruction writes a register that another one writes.
struct Instruction {
    Operator operation = Operator::add;
    std::int32_t exponent = 0;  ///< of integer_power only
    std::uint32_t result = 0;
    std::array<std::uint32_t, 3> operands = {};  ///< unused ones are 0
};

/// A number written in a formula. 0.1 and π are no doubles: lower <= the true number <= upper, and value is the double
/// nearest to it; lower == upper where it is exact.
struct Constant {
    double value = 0.0, lower = 0.0, upper = 0.0;
};

/// A formula, or several that share sub-expressions, as straight-line code over registers. Registers:
///   [0, variables)                       the variables' values,
///   [variables, variables + parameters)  the parameters' values,
///   the next constants.size()            the constants,
///   the rest                             one for each instruction's result.
/// Run it with Calculator<Number> of evaluate.h.
struct Program {
    std::size_t variables = 0;
    std::size_t parameters = 0;
    std::vector<Constant> constants;
    std::vector<Instruction> instructions;
    /// The first `setup` instructions depend on no variable: they need to run once, after the parameters are set.
    std::size_t setup = 0;
    std::vector<std::uint32_t> outputs;  ///< the registers that hold the results
    std::size_t registers = 0;

    std::size_t inputs() const { return variables + parameters; }
};

}  // namespace thalweg
