#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "core/formula/program.h"

namespace thalweg {

/// Collects constants and instructions in the order of need, each distinct one once, and lays them out as a Program.
class InstructionList {
  public:
    /// A value that the program will calculate. Values are numbered in the order of their first mention.
    using Value = std::uint32_t;

    InstructionList(std::size_t variables, std::size_t parameters);

    Value input(std::size_t index) const { return static_cast<Value>(index); }
    Value constant(const Constant& number);
    Value instruction(Operator operation, Value u, Value v = 0, Value w = 0, int exponent = 0);

    /// Registers as Program wants them: inputs, constants, instructions without variables, the others.
    Program finish(const std::vector<Value>& outputs) const;

  private:
    enum class Source : std::uint8_t { variable, parameter, constant, instruction };
    struct Entry {
        Source source = Source::variable;
        bool varies = false;  ///< depends on a variable
        Constant constant;
        Instruction instruction;  ///< its operands are Values
    };

    Value find_or_add(std::uint64_t hash, const Entry& entry);

    std::size_t variables_;
    std::size_t parameters_;
    std::vector<Entry> entries_;
    std::unordered_multimap<std::uint64_t, Value> known_;
};

}  // namespace thalweg
