#pragma once

#include "app/panels/actions.h"

namespace thalweg {

/// Moves what the arrow keys move (InterfaceState::nudged) by so many thousandths of the domain; of a curve along x
/// alone. In the dark of a blindfold walk it is the walker's step instead.
void nudge(const ActionTargets& on, int right, int up);

}  // namespace thalweg
