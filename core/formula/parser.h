#pragma once

#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/formula/formula.h"
#include "core/formula/graph.h"

namespace thalweg {

/// What a text says: f as a node of its graph, and what the symbols are called (variables first, then parameters).
struct ParsedFormula {
    Graph graph;
    NodeId value = 0;
    std::vector<std::string> variables;
    std::vector<std::string> parameters;
};

/// Reads a formula; the grammar is in grammar.md. Whatever the text, it ends with a formula or one clear error.
/// along: if not empty, those of the formula's variables that stay variables, in this order; the others become its
/// first parameters.
std::expected<ParsedFormula, FormulaError> parse_formula(std::string_view text,
                                                         std::span<const std::string> along = {});

}  // namespace thalweg
