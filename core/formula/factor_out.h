#pragma once

#include "core/formula/graph.h"

namespace thalweg {

/// A sum with its common factors in front, where that makes it shorter:
///   x·e^u·2x - e^u -> (2x² - 1)·e^u,   1/s - 2x²/s² -> (s - 2x²)/s²
/// Common powers of variables stay where they are, unless taking them out lets terms be collected. Nothing is expanded.
NodeId factor_out(Graph& graph, NodeId sum);

/// -2·(1 - x²)·u as 2·(x² - 1)·u: a minus sign goes into a difference of two, if it stands in a polynomial.
NodeId turn_difference(Graph& graph, NodeId id);

}  // namespace thalweg
