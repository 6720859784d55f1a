#pragma once

#include <vector>

#include "app/view/curve_placement.h"
#include "app/view/curve_words.h"
#include "app/view/path_ink.h"

namespace thalweg {

/// The scene's paths at the playback's step, as trace_paths(), but that between two rows the head is on the hop.
std::vector<PathTrace> trace_hops(const Session& session, const Scene& scene, const CurvePlacement& placement);

/// Every step as a hop from point to point along the curve; those of different optimizers bend differently, so that
/// they can be told apart. The last step made is emphasised, those still to come are faint.
void draw_hops(Ink& ink, const std::vector<PathTrace>& traces, const CurvePlacement& placement, const InkStyle& style,
               const Session& session, const Pointer& pointer);

/// The tangent at the row that each path has reached.
void draw_tangents(Ink& ink, const std::vector<PathTrace>& traces, const CurvePlacement& placement,
                   const InkStyle& style);

/// Its slope beside each of them, in its path's colour, where there is room among the words written before.
void name_slopes(Words& words, const std::vector<PathTrace>& traces, const CurvePlacement& placement,
                 const InkStyle& style);

}  // namespace thalweg
