#pragma once

#include <cstddef>
#include <span>

#include "core/formula/graph.h"
#include "core/formula/program.h"

namespace thalweg {

/// The program that calculates these nodes, each shared sub-expression once. Symbols [0, variables) become the
/// variables, the next `parameters` the parameters. x^n is multiplications for integer n (x·x, as torch.pow), and
/// x^(n/2) powers of √x.
Program compile(const Graph& graph, std::span<const NodeId> outputs, std::size_t variables, std::size_t parameters);

}  // namespace thalweg
