#pragma once

#include <algorithm>
#include <new>
#include <span>
#include <type_traits>
#include <vector>

#include "core/formula/program.h"

namespace thalweg {

/// How to calculate with one kind of number. A specialization has, for each row of operators.def, the static function
/// of the row's name:
///   static Number sin(const Number& u);
///   static Number add(const Number& u, const Number& v);
///   static Number select(const Number& u, const Number& v, const Number& w);
///   static Number integer_power(const Number& u, int n);
/// and
///   static Number constant(const Constant& c);
/// A missing one does not compile: each kind asserts CompleteArithmetic. Kinds of numbers: double (scalar.h), Block
/// (block.h), Interval (interval.h), Checked (checked.h).
template <class Number>
struct Arithmetic;

/// Whether a kind of number has a function for each row of operators.def.
template <class Number>
concept CompleteArithmetic = requires(const Constant& c, const Number& u, const Number& v, const Number& w, int n) {
    Arithmetic<Number>::constant(c);
#define THALWEG_UNARY(name, ...) Arithmetic<Number>::name(u);
#define THALWEG_BINARY(name, ...) Arithmetic<Number>::name(u, v);
#define THALWEG_TERNARY(name, ...) Arithmetic<Number>::name(u, v, w);
#define THALWEG_INTEGER_POWER(name) Arithmetic<Number>::name(u, n);
#include "core/formula/operators.def"
};

/// Runs the instructions. The only switch over operators there is.
template <class Number>
void execute(std::span<const Instruction> instructions, Number* registers) {
    // Results are constructed in place, so that a large Number is never copied; nothing is there to be destroyed.
    static_assert(std::is_trivially_destructible_v<Number>);
    for (const Instruction& instruction : instructions) {
        const Number& u = registers[instruction.operands[0]];
        const Number& v = registers[instruction.operands[1]];
        const Number& w = registers[instruction.operands[2]];
        Number* result = registers + instruction.result;
        switch (instruction.operation) {
#define THALWEG_UNARY(name, ...)                          \
    case Operator::name:                                  \
        new (result) Number(Arithmetic<Number>::name(u)); \
        break;
#define THALWEG_BINARY(name, ...)                            \
    case Operator::name:                                     \
        new (result) Number(Arithmetic<Number>::name(u, v)); \
        break;
#define THALWEG_TERNARY(name, ...)                              \
    case Operator::name:                                        \
        new (result) Number(Arithmetic<Number>::name(u, v, w)); \
        break;
#define THALWEG_INTEGER_POWER(name)                                             \
    case Operator::name:                                                        \
        new (result) Number(Arithmetic<Number>::name(u, instruction.exponent)); \
        break;
#include "core/formula/operators.def"
        }
    }
}

/// A program's private registers for one kind of number, kept between evaluations. Does not allocate after
/// construction; not thread-safe. The program must outlive it.
template <class Number>
class Calculator {
  public:
    /// parameters: one for each parameter of the program.
    Calculator(const Program& program, std::span<const Number> parameters)
        : program_(&program), registers_(program.registers) {
        Number* next = registers_.data() + program.inputs();
        for (const Constant& constant : program.constants) *next++ = Arithmetic<Number>::constant(constant);
        set_parameters(parameters);
    }

    void set_parameters(std::span<const Number> parameters) {
        std::copy_n(parameters.begin(), program_->parameters,
                    registers_.begin() + static_cast<std::ptrdiff_t>(program_->variables));
        execute(std::span(program_->instructions).first(program_->setup), registers_.data());
    }

    /// Where the caller puts the variables' values before evaluate().
    std::span<Number> variables() { return std::span(registers_).first(program_->variables); }

    /// Calculates all outputs from variables().
    void evaluate() { execute(std::span(program_->instructions).subspan(program_->setup), registers_.data()); }

    const Number& output(std::size_t index) const { return registers_[program_->outputs[index]]; }

    const Program& program() const { return *program_; }

  private:
    const Program* program_;
    std::vector<Number> registers_;
};

/// All outputs of the program for the given inputs (variables, then parameters), at once; for occasional use.
template <class Number>
std::vector<Number> evaluate(const Program& program, std::span<const Number> inputs) {
    Calculator<Number> calculator(program, inputs.subspan(program.variables));
    std::ranges::copy(inputs.first(program.variables), calculator.variables().begin());
    calculator.evaluate();
    std::vector<Number> outputs;
    outputs.reserve(program.outputs.size());
    for (std::size_t i = 0; i < program.outputs.size(); ++i) outputs.push_back(calculator.output(i));
    return outputs;
}

}  // namespace thalweg
