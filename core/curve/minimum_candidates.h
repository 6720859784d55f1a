#pragma once

#include <string_view>
#include <vector>

#include "core/landscape/landscape.h"
#include "core/stationary/stationary.h"

namespace thalweg {

/// Why a place may be where a curve is lowest.
enum class CandidateKind { left_end, right_end, level, kink, jump };

/// "left end", "right end", "f′ = 0", "kink", "jump".
std::string_view name(CandidateKind kind);

/// A place of an interval where f may be lowest.
struct MinimumCandidate1D {
    double x = 0.0, value = 0.0;
    CandidateKind kind = CandidateKind::level;
    bool exact = true;  ///< false: it lies somewhere near x, or the slope there only may vanish
};

/// The candidates for the global minimum of a curve on a closed interval: a differentiable function is lowest at an end
/// or where its slope vanishes; what is not differentiable everywhere, also at a kink or a jump.
struct MinimumCandidates {
    std::vector<MinimumCandidate1D> ranked;  ///< by value, the lowest first; only where f is finite
    bool proved = false;                     ///< the first is the global minimum, but for the rounding of its value
    bool left_defined = true, right_defined = true;  ///< f is finite at the ends
    bool gaps = false;                               ///< f is not defined, or has a pole, somewhere in the interval
    bool jumps = false;    ///< f jumps somewhere: it may come nearer to a value than it ever gets
    bool complete = true;  ///< no kink, jump or zero of the slope was left out for being one of too many
};

/// The candidates on [a, b], a < b, both finite. report: the stationary points of the same curve on the same interval.
/// Of a formula; what is none is taken to be smooth, and proves nothing.
/// A kink where f goes on falling or rising is a candidate as well, since f has no slope there.
MinimumCandidates minimum_candidates(const Landscape& curve, double a, double b, const StationaryReport& report);

}  // namespace thalweg
