#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/optimizer/anatomy.h"
#include "core/optimizer/working.h"

namespace thalweg {

/// A piece of a rule, and the term whose colour it has.
struct RulePiece {
    std::string text;
    std::optional<StepTermKind> kind = {};
    bool operator==(const RulePiece&) const = default;
};

/// A line of the update rule for both coordinates at once.
struct RuleRow {
    std::vector<RulePiece> pieces;                    ///< "m ← β₁·m + (1 − β₁)·g"
    std::optional<StepTermKind> kind = {};            ///< of its numbers
    std::array<std::optional<double>, 2> value = {};  ///< along x and along y; none: a line of the other's only
    std::array<std::string, 2> worked = {};           ///< with numbers, "0.9·0.2 + (1 − 0.9)·6"
};

/// The update rule of a step, line by line as worked_step() gives it for x and for y (both under the name "x"), with
/// the symbols in the colours of the terms that they stand for, and the terms that have no line of their own before the
/// last line. Ends with the step itself. Of a curve: along_y is empty, and the terms' first coordinates count.
std::vector<RuleRow> rule_rows(std::span<const WorkedLine> along_x, std::span<const WorkedLine> along_y,
                               std::span<const StepTerm> terms);

}  // namespace thalweg
