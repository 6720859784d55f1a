#pragma once

#include <vector>

#include "app/scene/scene.h"
#include "app/view/ink_style.h"
#include "app/view/label.h"
#include "app/view/placement.h"

namespace thalweg {

class SurfacePlacement;

/// Where a path stands at a playback step: between rows k and k + 1, or at its last row.
struct PathHead {
    int row = 0;         ///< the last row reached
    double share = 0.0;  ///< of the way to the next row, 0..1
    Spot spot;           ///< on the segment, at its height
};

/// A path as spots, with where it stands. Empty when the start is undefined.
struct PathTrace {
    const Path* path = nullptr;
    std::vector<Spot> spots;  ///< by row
    PathHead head;
};

/// The scene's paths at the playback's step.
std::vector<PathTrace> trace_paths(const Session& session, const Scene& scene);

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
