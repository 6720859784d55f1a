#pragma once

#include <span>
#include <string>

#include "core/formula/graph.h"

namespace thalweg {

/// The node as a mathematician would write it: "4x(x² + y − 11) + 2(x + y² − 7)". parse_formula reads it back as the
/// same function. Longer texts than longest_print bytes are cut short and end in "…".
std::string print(const Graph& graph, NodeId id, std::span<const std::string> variables,
                  std::span<const std::string> parameters);

inline constexpr std::size_t longest_print = 60'000;

}  // namespace thalweg
