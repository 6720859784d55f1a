#pragma once

#include <string>

#include "app/scene/scene.h"

namespace thalweg {

/// What a run does at one of its rows, as a clause for a caption: "near a saddle: λ = −2.0, 4.0"; "diverging: the loss
/// has grown 5 steps running"; "bouncing: each step turns back on the one before"; "nearly level: slope 2×10⁻⁵"; else
/// "falling, slope 3.2".
///
/// Near is within 3 % of the domain's sides; bouncing are two steps running that turn by more than 120°; diverging are
/// three steps running the wrong way, to where it is worse than at the start.
std::string happening(const Trajectory& run, int row, bool maximizing, const Scene& scene);

}  // namespace thalweg
