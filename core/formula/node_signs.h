#pragma once

#include <span>

#include "core/formula/graph.h"

namespace thalweg {

/// Sets node.nonnegative and node.positive from what is known of its parts, whatever the symbols' values.
void mark_signs(const Graph& graph, Node& node, std::span<const Part> parts);

}  // namespace thalweg
