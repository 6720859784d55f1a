#include "core/formula/instruction_list.h"

#include <bit>

namespace thalweg {

namespace {

bool same_bits(double a, double b) {
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

bool same(const Constant& a, const Constant& b) {
    return same_bits(a.value, b.value) && same_bits(a.lower, b.lower) && same_bits(a.upper, b.upper);
}

bool same(const Instruction& a, const Instruction& b) {
    return a.operation == b.operation && a.exponent == b.exponent && a.operands == b.operands;
}

std::uint64_t combine(std::uint64_t seed, std::uint64_t value) {
    return (seed ^ value) * 0x9e3779b97f4a7c15U + (seed >> 29U);
}

}  // namespace

InstructionList::InstructionList(std::size_t variables, std::size_t parameters)
    : variables_(variables), parameters_(parameters), entries_(variables + parameters) {
    for (std::size_t i = 0; i < variables; ++i) entries_[i].varies = true;
    for (std::size_t i = 0; i < parameters; ++i) entries_[variables + i].source = Source::parameter;
}

InstructionList::Value InstructionList::find_or_add(std::uint64_t hash, const Entry& entry) {
    const auto [first, last] = known_.equal_range(hash);
    for (auto it = first; it != last; ++it) {
        const Entry& other = entries_[it->second];
        if (other.source == entry.source && same(other.constant, entry.constant) &&
            same(other.instruction, entry.instruction)) {
            return it->second;
        }
    }
    const auto value = static_cast<Value>(entries_.size());
    entries_.push_back(entry);
    known_.emplace(hash, value);
    return value;
}

InstructionList::Value InstructionList::constant(const Constant& number) {
    Entry entry;
    entry.source = Source::constant;
    entry.constant = number;
    return find_or_add(combine(1, std::bit_cast<std::uint64_t>(number.value)), entry);
}

InstructionList::Value InstructionList::instruction(Operator operation, Value u, Value v, Value w, int exponent) {
    Entry entry;
    entry.source = Source::instruction;
    const std::size_t arity = traits(operation).arity;
    entry.varies = entries_[u].varies || (arity > 1 && entries_[v].varies) || (arity > 2 && entries_[w].varies);
    entry.instruction = {.operation = operation, .exponent = exponent, .operands = {u, v, w}};
    std::uint64_t hash = combine(2, static_cast<std::uint64_t>(operation));
    for (const Value operand : entry.instruction.operands) hash = combine(hash, operand);
    return find_or_add(combine(hash, static_cast<std::uint64_t>(exponent)), entry);
}

Program InstructionList::finish(const std::vector<Value>& outputs) const {
    Program program;
    program.variables = variables_;
    program.parameters = parameters_;
    std::vector<std::uint32_t> place(entries_.size());
    std::uint32_t next = 0;
    const auto lay_out = [&](auto&& belongs) {
        for (std::size_t value = 0; value < entries_.size(); ++value) {
            const Entry& entry = entries_[value];
            if (!belongs(entry)) continue;
            place[value] = next++;
            if (entry.source == Source::constant) program.constants.push_back(entry.constant);
            if (entry.source != Source::instruction) continue;
            Instruction instruction = entry.instruction;
            instruction.result = place[value];
            for (std::uint32_t& operand : instruction.operands) operand = place[operand];
            program.instructions.push_back(instruction);
        }
    };
    lay_out([](const Entry& entry) { return entry.source <= Source::parameter; });
    lay_out([](const Entry& entry) { return entry.source == Source::constant; });
    lay_out([](const Entry& entry) { return entry.source == Source::instruction && !entry.varies; });
    program.setup = program.instructions.size();
    lay_out([](const Entry& entry) { return entry.source == Source::instruction && entry.varies; });
    program.registers = next;
    for (const Value output : outputs) program.outputs.push_back(place[output]);
    return program;
}

}  // namespace thalweg
