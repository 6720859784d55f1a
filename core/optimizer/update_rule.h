#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/optimizer/optimizer.h"
#include "core/optimizer/working.h"

namespace thalweg {

/// The update rule in symbols, one quantity a line, as it stands from the second step on:
///   g ← ∂f/∂x
///   b ← μ·b + g
///   x ← x − η·b
std::string update_rule(const Optimizer& optimizer);

/// The step that `stepper` is about to take from x (n), with its numbers filled in, for coordinate i; the last line
/// ends in the coordinate's new value. Nothing is moved: neither stepper nor x. coordinate: its name, "x" or "θ₁";
/// digits: significant digits in the lines' texts.
std::vector<WorkedLine> worked_step(const Stepper& stepper, const ConstVectorRef& x, Objective& objective, int i,
                                    std::string_view coordinate, int digits = 4);

}  // namespace thalweg
