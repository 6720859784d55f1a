#pragma once

#include <array>
#include <functional>
#include <span>
#include <stop_token>
#include <vector>

#include "core/descent/run.h"

namespace thalweg {

/// Many runs of one optimizer, as what is needed to show them. Row k is where they stand after k steps.
struct Cloud {
    int count = 0, rows = 0;
    std::vector<float> x, y, losses;   ///< rows × count; runs that have ended stay where they ended, but those that
                                       ///< left the number range or f's domain are NaN from then on
    std::vector<StopReason> reasons;   ///< count
    std::vector<double> final_losses;  ///< count; infinite for runs that left the number range or f's domain
    bool cancelled = false;            ///< then there is nothing
};

/// The most places that a cloud keeps; longer runs are cut.
inline constexpr int most_cloud_places = 4'000'000;

/// Runs the optimizer from each start, on all cores: the numbers of run(). The landscape has two dimensions.
/// progress: the share done, 0..1, from any thread.
Cloud run_cloud(const Landscape& landscape, std::span<const std::array<double, 2>> starts, const Optimizer& optimizer,
                int steps, std::stop_token stop = {}, const std::function<void(double)>& progress = {});

/// How many losses fall into each of equally wide bins from the lowest to the highest finite one; equally wide in the
/// logarithm, where none is negative and the lowest is less than a thousandth of the highest.
struct LossHistogram {
    double lowest = 0.0, highest = 0.0;
    bool logarithmic = false;
    double floor = 0.0;  ///< where the first bin begins: lowest, but logarithmic no less than 10⁻¹⁵ of highest
    std::vector<int> counts;
    int gone = 0;  ///< runs without a finite loss
};
LossHistogram histogram(std::span<const double> losses, int bins);

}  // namespace thalweg
