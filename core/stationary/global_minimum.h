#pragma once

#include <span>
#include <vector>

#include "core/stationary/interval_model.h"
#include "core/stationary/rectangle.h"

namespace thalweg {

/// Whether f >= bound is proved on a rectangle (which may be a segment), leaving out what lies in `exempt`, by dividing
/// it into at most `budget` pieces.
bool bounded_below(IntervalModel& model, const Rectangle& rectangle, double bound, std::span<const Rectangle> exempt,
                   int budget);

/// A minimum that may be the lowest: what encloses its value, and a neighbourhood where f is proved convex.
struct MinimumCandidate {
    Interval value;
    Rectangle convex;
};

/// Which candidates are proved to be global minima of f on the domain: nowhere is f smaller, but for the rounding of
/// their own values (so that the four zeros of Himmelblau's function all count). The lowest value is taken at a
/// stationary point, on the domain's edge, or in one of `doubtful`, where the search for stationary points did not look
/// or see.
std::vector<bool> global_minima(IntervalModel& model, const Rectangle& domain,
                                std::span<const MinimumCandidate> candidates, std::span<const Rectangle> doubtful);

}  // namespace thalweg
