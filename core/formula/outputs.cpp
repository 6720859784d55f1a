#include "core/formula/outputs.h"

#include <algorithm>
#include <ranges>

namespace thalweg {
namespace {

bool defined_everywhere(const Instruction& instruction) {
    switch (instruction.operation) {
        case Operator::add:
        case Operator::subtract:
        case Operator::multiply:
        case Operator::negate:
        case Operator::square:
        case Operator::exp:
        case Operator::sin:
        case Operator::cos:
        case Operator::atan:
        case Operator::tanh:
        case Operator::erf:
        case Operator::sigmoid:
        case Operator::softplus:
        case Operator::abs:
        case Operator::relu:
            return true;
        case Operator::integer_power:
            return instruction.exponent > 0;
        default:
            return false;
    }
}

}  // namespace

Program with_outputs(const Program& program, std::span<const std::size_t> outputs) {
    Program result = program;
    result.outputs.clear();
    std::vector<bool> needed(program.registers, false);
    for (const std::size_t output : outputs) {
        result.outputs.push_back(program.outputs.at(output));
        needed[result.outputs.back()] = true;
    }
    // Operands are written before they are read, so that backwards every reader comes before what it reads.
    for (const Instruction& instruction : program.instructions | std::views::reverse) {
        if (!needed[instruction.result]) continue;
        const auto operands = std::span(instruction.operands).first(traits(instruction.operation).arity);
        for (const std::uint32_t operand : operands) needed[operand] = true;
    }
    const auto is_needed = [&](const Instruction& instruction) { return needed[instruction.result]; };
    const auto setup = std::span(program.instructions).first(program.setup);
    result.setup = static_cast<std::size_t>(std::ranges::count_if(setup, is_needed));
    std::erase_if(result.instructions, [&](const Instruction& instruction) { return !is_needed(instruction); });
    return result;
}

bool defined_everywhere(const Program& program) {
    return std::ranges::all_of(program.instructions,
                               [](const Instruction& instruction) { return defined_everywhere(instruction); });
}

}  // namespace thalweg
