#pragma once

#include <vector>

#include "app/scene/scene.h"
#include "app/view/ink_style.h"
#include "app/view/label.h"
#include "app/view/path_trace.h"
#include "app/view/placement.h"

namespace thalweg {

class SurfacePlacement;

/// The trails up to the head strongly, the rest of the way fainter, with dots at the steps where these are apart.
void draw_paths(Ink& ink, const std::vector<PathTrace>& traces, const Placement& placement, const InkStyle& style,
                const Session& session, const Pointer& pointer);

/// What the paths throw onto the floor plate, and the lines from heads to their shadows.
void draw_path_shadows(Ink& ink, const std::vector<PathTrace>& traces, const SurfacePlacement& placement,
                       const InkStyle& style);

/// Each path's current point: a ball on the surface, the optimizer's marker on the map.
void draw_heads(Ink& ink, const std::vector<PathTrace>& traces, const Placement& placement, const InkStyle& style,
                const Pointer& pointer);

/// The handle of the start with this index.
void draw_start_handle(Ink& ink, const InkPoint& at, int start, const InkStyle& style, const Pointer& pointer);

/// The handles by which starts are dragged.
void draw_starts(Ink& ink, const Session& session, const Scene& scene, const Placement& placement,
                 const InkStyle& style, const Pointer& pointer);

}  // namespace thalweg
