#pragma once

#include <span>

#include "core/formula/program.h"

namespace thalweg {

/// The same program with these of its outputs alone, in this order, and without what only the others need.
Program with_outputs(const Program& program, std::span<const std::size_t> outputs);

/// Whether every instruction has a finite result for all finite operands, but for overflow: then no output is NaN at a
/// point of ordinary size. False when in doubt.
bool defined_everywhere(const Program& program);

}  // namespace thalweg
