#pragma once

#include <array>
#include <vector>

#include "app/scene/scene.h"

namespace thalweg {

// Runs of a function of more than two variables, as they are drawn over the plane that is shown.

/// The coordinates along the plane's axes come to the front; the others keep their order.
void bring_axes_first(Trajectory& run, const std::array<std::size_t, 2>& axes);

/// What the plane shows under each row of a run whose axes come first; empty where the runs do not leave the plane, and
/// it shows their losses.
std::vector<double> heights_on_plane(const LandscapePart& landscape, const Trajectory& run);

}  // namespace thalweg
