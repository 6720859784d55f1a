#pragma once

#include <cstddef>

#include "core/formula/graph.h"

namespace thalweg {

/// ∂f/∂(symbol) as an expression in the same graph: the chain rule over the rows of operators.def, each node once, with
/// common factors in front. From then on the graph fills holes (Holes::fill).
/// Where the graph is exhausted on the way, the result means nothing.
NodeId differentiate(Graph& graph, NodeId f, std::size_t symbol);

}  // namespace thalweg
