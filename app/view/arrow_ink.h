#pragma once

#include <span>
#include <vector>

#include "app/scene/scene.h"
#include "app/view/ink_style.h"
#include "app/view/path_ink.h"
#include "app/view/placement.h"

namespace thalweg {

/// The gradient field's arrows at these points of the plane: along ±∇f as the display asks, their lengths compressed to
/// 8..48 design pixels and at most `longest`. What comes nearer than a few pixels to one of `taken` is left out; what
/// would leave the picture's area `within` ends at its edge.
void draw_field(Ink& ink, const Session& session, const Scene& scene, std::span<const PlanePoint> nodes,
                const Placement& placement, const InkStyle& style, float longest, std::span<const InkPoint> taken,
                const Box& within);

/// At each path's current point: the gradient (white) and the step that it is about to take (the optimizer's colour).
void draw_live_arrows(Ink& ink, const Session& session, const Scene& scene, const PathTraces& traces,
                      const Placement& placement, const InkStyle& style);

}  // namespace thalweg
