#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/formula/evaluate.h"
#include "core/formula/interval.h"

namespace thalweg {

/// A Calculator<Interval> of a program {f, derivatives…} that speaks only of points where f is defined: as soon as f
/// takes ln u, u is known to be positive, and so 1/u in the derivatives does not run over all numbers where a box
/// reaches beyond f's domain. What was cut off remains as a gap in the decoration.
///
/// Nothing is cut where f has conditions, since `if` may step around what is not defined.
class DomainCalculator {
  public:
    /// parameters: one for each parameter of the program, which must outlive the calculator.
    DomainCalculator(const Program& program, std::span<const Interval> parameters);

    std::span<Interval> variables() { return std::span(registers_).first(program_->variables); }
    void evaluate();
    const Interval& output(std::size_t index) const { return registers_[program_->outputs[index]]; }

  private:
    /// Before instruction `position` runs, what is outside of `domain` is cut off a register.
    struct Cut {
        std::size_t position;
        std::uint32_t cut_register;
        Interval domain;
    };
    static std::vector<Cut> cuts_of(const Program& program);

    const Program* program_;
    std::vector<Interval> registers_;
    std::vector<Cut> cuts_;
};

}  // namespace thalweg
