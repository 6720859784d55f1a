#pragma once

#include <string>

#include "core/descent/stability.h"

namespace thalweg {

/// η times the curvature that the method feels, which stays below the same two numbers for every rate.
struct RateAgainstCurvature {
    double product = 0;   ///< η·ω
    double bounces = 0;   ///< beyond this it bounces: 1 for plain descent
    double diverges = 0;  ///< beyond this it diverges: 2 for plain descent
};
RateAgainstCurvature rate_against_curvature(const StabilityRow& row);

/// Whether the method feels the curvature as it is: no divisors, no weight decay, nothing clipped.
bool feels_sharpness(const StabilityRow& row);

/// "λmax = 74 at step 12: η·λmax = 1.5, beyond 1: it will bounce."
std::string stability_sentence(const StabilityRow& row, int step);

}  // namespace thalweg
