#include "core/stationary/domain_calculator.h"

#include <algorithm>
#include <optional>

namespace thalweg {
namespace {

/// Where a function of one argument is defined, if not everywhere.
std::optional<Interval> domain_of(Operator operation) {
    switch (operation) {
        case Operator::ln:
        case Operator::log10:
        case Operator::log2:
        case Operator::sqrt:
            return Interval(0.0, rounding::infinity);
        case Operator::asin:
        case Operator::acos:
            return Interval(-1.0, 1.0);
        default:
            return std::nullopt;
    }
}

bool is_condition(Operator operation) {
    switch (operation) {
        case Operator::select:
        case Operator::less:
        case Operator::less_equal:
        case Operator::equal:
        case Operator::not_equal:
        case Operator::both:
        case Operator::either:
            return true;
        default:
            return false;
    }
}

/// The instructions on which the first output, f itself, depends.
std::vector<bool> instructions_of_value(const Program& program) {
    std::vector<bool> needed_register(program.registers, false), needed(program.instructions.size(), false);
    needed_register[program.outputs.front()] = true;
    for (std::size_t i = program.instructions.size(); i-- > 0;) {
        const Instruction& instruction = program.instructions[i];
        if (!needed_register[instruction.result]) continue;
        needed[i] = true;
        // Operands that an operator does not use are register 0, a variable, which no instruction writes.
        for (const std::uint32_t operand : instruction.operands) needed_register[operand] = true;
    }
    return needed;
}

}  // namespace

std::vector<DomainCalculator::Cut> DomainCalculator::cuts_of(const Program& program) {
    const std::vector<bool> needed = instructions_of_value(program);
    std::vector<std::size_t> written(program.registers, program.setup);
    std::vector<Cut> cuts;
    for (std::size_t i = 0; i < program.instructions.size(); ++i) {
        const Instruction& instruction = program.instructions[i];
        written[instruction.result] = std::max(i + 1, program.setup);
        if (!needed[i]) continue;
        if (is_condition(instruction.operation)) return {};
        if (const std::optional<Interval> domain = domain_of(instruction.operation)) {
            const std::uint32_t argument = instruction.operands[0];
            cuts.push_back({written[argument], argument, *domain});
        }
    }
    std::ranges::stable_sort(cuts, {}, &Cut::position);
    return cuts;
}

DomainCalculator::DomainCalculator(const Program& program, std::span<const Interval> parameters)
    : program_(&program), registers_(program.registers), cuts_(cuts_of(program)) {
    std::ranges::copy(parameters, registers_.begin() + static_cast<std::ptrdiff_t>(program.variables));
    std::ranges::transform(program.constants, registers_.begin() + static_cast<std::ptrdiff_t>(program.inputs()),
                           Arithmetic<Interval>::constant);
    execute(std::span(program.instructions).first(program.setup), registers_.data());
}

void DomainCalculator::evaluate() {
    const std::span<const Instruction> instructions(program_->instructions);
    std::size_t done = program_->setup;
    for (const Cut& cut : cuts_) {
        execute(instructions.subspan(done, cut.position - done), registers_.data());
        done = cut.position;
        Interval& argument = registers_[cut.cut_register];
        const bool inside = cut.domain.lower <= argument.lower && argument.upper <= cut.domain.upper;
        if (!inside) argument = intersection(argument, cut.domain).with(decoration::gap);
    }
    execute(instructions.subspan(done), registers_.data());
}

}  // namespace thalweg
