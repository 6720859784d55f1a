#include "core/formula/grid_calculator.h"

#include <cstdint>

namespace thalweg {

namespace {

void place(std::span<const double> values, Block& block) {
    // The last block is filled up with its own last value.
    const auto rest = std::ranges::copy(values, block.values.begin()).out;
    std::fill(rest, block.values.end(), values.back());
}

}  // namespace

GridCalculator::GridCalculator(const Program& program, std::span<const double> parameters)
    : program_(&program), rows_(program.registers), nodes_(program.registers) {
    std::size_t next = program.inputs();
    for (const Constant& constant : program.constants) {
        rows_[next] = nodes_[next] = Arithmetic<Block>::constant(constant);
        ++next;
    }
    set_parameters(parameters);
    sort_instructions();
}

void GridCalculator::set_parameters(std::span<const double> parameters) {
    for (std::size_t i = 0; i < program_->parameters; ++i) {
        nodes_[program_->variables + i].fill(parameters[i]);
        rows_[program_->variables + i] = nodes_[program_->variables + i];
    }
    const auto setup = std::span(program_->instructions).first(program_->setup);
    execute(setup, nodes_.data());
    for (const Instruction& instruction : setup) rows_[instruction.result] = nodes_[instruction.result];
}

void GridCalculator::sort_instructions() {
    constexpr std::uint8_t x = 1, y = 2, both = 3;
    std::vector<std::uint8_t> depends(program_->registers, 0);
    if (program_->variables > 0) depends[0] = x;
    if (program_->variables > 1) depends[1] = y;
    std::vector<bool> wanted(program_->registers, false);
    for (const std::uint32_t output : program_->outputs) wanted[output] = true;
    for (const Instruction& instruction : std::span(program_->instructions).subspan(program_->setup)) {
        const auto operands = std::span(instruction.operands).first(traits(instruction.operation).arity);
        std::uint8_t& result = depends[instruction.result];
        for (const std::uint32_t operand : operands) result |= depends[operand];
        (result == both ? of_both_ : result == y ? of_y_ : of_x_).push_back(instruction);
        if (result != both) continue;
        for (const std::uint32_t operand : operands) wanted[operand] = true;
    }
    for (std::uint32_t i = 0; i < depends.size(); ++i) {
        if (wanted[i] && depends[i] == y) spread_.push_back(i);
    }
}

void GridCalculator::calculate_rows(std::span<const double> y) {
    if (program_->variables > 1) place(y, rows_[1]);
    execute<Block>(of_y_, rows_.data());
}

void GridCalculator::calculate_columns(std::span<const double> x) {
    if (program_->variables > 0) place(x, nodes_[0]);
    execute<Block>(of_x_, nodes_.data());
}

void GridCalculator::calculate_nodes(std::size_t row) {
    for (const std::uint32_t i : spread_) nodes_[i].fill(rows_[i].values[row]);
    execute<Block>(of_both_, nodes_.data());
}

}  // namespace thalweg
