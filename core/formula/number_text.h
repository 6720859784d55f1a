#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/formula/graph.h"

namespace thalweg {

/// The node for a number as the lexer leaves it: "12", "0.1", "1e-3", "1/2". Exact where a Rational can hold it, else
/// enclosed by its neighbours; nothing when it is larger than any double.
std::optional<NodeId> read_number(Graph& graph, std::string_view text);

/// The shortest decimal text that reads back as the same double, with 10⁻⁷ style left to 1e-7: "0.1", "1200", "1e-7".
std::string write_number(double value);

}  // namespace thalweg
