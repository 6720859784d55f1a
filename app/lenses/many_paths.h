#pragma once

#include <vector>

#include "app/scene/palette.h"
#include "app/scene/scene.h"
#include "app/view/ink.h"
#include "app/view/ink_style.h"
#include "app/view/placement.h"
#include "core/descent/run.h"
#include "core/sampling/height_scale.h"

namespace thalweg {

/// A path of a lens's own, in one colour.
struct ColoredPath {
    std::vector<Spot> spots;  ///< at the surface's heights, as far as f is defined; without rows that could not be
                              ///< told from the one before
    std::vector<int> row_of;  ///< the step of each spot, ascending
    Color color;
};

/// landscape: over which it is drawn; of its domain, what is near, a 4,000th of its sides, cannot be told apart.
/// flies_off: the path ends with its first spot outside of the domain; what comes after would only cross the picture
/// again and again.
ColoredPath colored_path(const Trajectory& trajectory, const HeightScale& scale, const Color& color,
                         const LandscapePart& landscape, bool flies_off = false);

/// The trail up to the step, with a dot where the path stands. Of a path of thousands of spots the beginning and the
/// end of the trail are drawn: in between it goes over the same ground again and again. width: design pixels.
void draw_colored_path(Ink& ink, const ColoredPath& path, double step, const Placement& placement,
                       const InkStyle& style, float width);

/// The spot at a step, between two spots on the way from one to the other. The path has spots.
Spot spot_at(const ColoredPath& path, double step);

}  // namespace thalweg
