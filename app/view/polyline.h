#pragma once

#include <optional>
#include <vector>

#include "app/view/ink.h"
#include "app/view/plane_point.h"
#include "core/calculus/box.h"

namespace thalweg {

using Polyline = std::vector<InkPoint>;

/// The part of a segment that lies inside a box.
struct ClippedSegment {
    PlanePoint from, to;
    double share_from = 0.0, share_to = 1.0;  ///< of the whole way; 0 and 1: not cut
};

/// The part of the segment a..b inside the box; nullopt when none is. Any finite coordinates, however large.
std::optional<ClippedSegment> clip_segment(PlanePoint a, PlanePoint b, const Box& box);

/// The polyline with fewer points: none of those left out is farther from it than `tolerance` pixels (or a thousandth
/// of the depth range). The ends stay. In linear time: points are dropped within runs of bounded length.
Polyline simplified(const Polyline& line, float tolerance);

}  // namespace thalweg
