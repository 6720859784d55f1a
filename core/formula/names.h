#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/formula/operators.h"

namespace thalweg {

/// The operator that a function's name calls: each row of operators.def that prints as a function, and exp, sqrt, abs,
/// pow, if, log (natural), arcsin, arccos, arctan, sgn.
std::optional<Operator> find_function(std::string_view name);

/// What to type instead of an unknown function: `did you mean sin?` for sine, `did you mean x sin?` for xsin; empty
/// when nothing is near.
std::string suggest_function(std::string_view name, std::span<const std::string> variables);

bool is_constant_name(std::string_view name);  ///< pi, π, e

/// The factors that a run of letters stands for: xy is x·y, pix is π·x, ax is a·x. A name that is no such run is one
/// factor, itself. Rules in grammar.md.
std::vector<std::string> split_name(std::string_view name, std::span<const std::string> variables);

}  // namespace thalweg
