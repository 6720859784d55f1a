#pragma once

#include <vector>

#include "app/scene/scene.h"
#include "app/view/ink_style.h"
#include "app/view/path_ink.h"
#include "app/view/placement.h"

namespace thalweg {

/// What both views draw over their picture, in this order: paths, stationary points, starts, live arrows, heads.
void draw_scene(Ink& ink, const Session& session, const Scene& scene, const PathTraces& traces,
                const Placement& placement, const InkStyle& style, const Pointer& pointer);

}  // namespace thalweg
