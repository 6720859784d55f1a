#pragma once

#include <array>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "core/descent/run.h"

namespace thalweg {

/// What a learning rate makes of a run.
enum class RateVerdict {
    too_slow,  ///< out of steps before it has arrived, without turning back
    good,      ///< it arrives
    bounces,   ///< a third of its steps or more turn back or lose height already won, whether it arrives or not
    diverges,  ///< it leaves the number range or f's domain, or ends above where it began
};

/// "too slow", "good", "bounces", "diverges".
std::string_view name(RateVerdict verdict);

/// One run of a sweep.
struct RateRun {
    double rate = 0.0;
    Trajectory trajectory;
    RateVerdict verdict = RateVerdict::too_slow;
    double final_loss = 0.0;     ///< infinite when it left the number range or f's domain
    std::optional<int> arrival;  ///< the first step from which its loss stays within a thousandth of the whole way down
};

/// The largest rate at which descent settles in a parabola: 2/λmax for plain descent, (2 + 2μ)/λmax with momentum μ.
struct RateLimit {
    double rate = 0.0;
    double largest_eigenvalue = 0.0;  ///< λmax of the Hessian …
    std::vector<double> position;     ///< … there (n): where the sweep's best run ends, or its start when none arrives
};

/// The same start, many rates.
struct Sweep {
    std::vector<RateRun> runs;       ///< by rising rate
    std::optional<RateLimit> limit;  ///< none for methods that divide by what they have learnt of the slopes
    bool cancelled = false;          ///< then some runs are missing
};

/// `count` rates from the first to the last (both > 0), each the same factor above the one before.
std::vector<double> spread_rates(double from, double to, int count);

/// Why a sweep of this optimizer's rate says nothing, as a sentence; empty when it does.
std::string no_sweep(const Optimizer& optimizer);

/// The optimizer with another learning rate.
Optimizer with_rate(Optimizer optimizer, double rate);

/// Runs the optimizer from start (n) at each of the rates, on all cores; the same call gives the same bits.
///
/// A run has arrived when what is left to lose, as the parabola with the gradient g and the Hessian H at its end has
/// it, g·H⁻¹g/2 (the Newton decrement; Boyd & Vandenberghe, 2004, section 9.5), is at most a thousandth of what it lost
/// on its way and H bends upwards everywhere. progress: the share done, 0..1, from any thread.
Sweep sweep_rates(const Landscape& landscape, std::span<const double> start, const Optimizer& optimizer,
                  std::span<const double> rates, int steps, std::stop_token stop = {},
                  const std::function<void(double)>& progress = {});

/// Rates worth trying from this start: from a 2,000th of 2/|λ|max there to thirty times it for methods of plain
/// descent, from 10⁻⁴ to 10 for others.
std::array<double, 2> rates_to_try(const Landscape& landscape, std::span<const double> start,
                                   const Optimizer& optimizer);

/// Of a sweep's runs one that is too slow, the good one that arrives first, and one that bounces or diverges; each may
/// be missing. (indices)
struct TellingRates {
    std::optional<std::size_t> too_small, right, too_large;
};
TellingRates telling_rates(const Sweep& sweep);

/// The learning rate range test: one run whose rate grows with every step by the same factor. Smith, 2017, "Cyclical
/// Learning Rates for Training Neural Networks", section 3.3.
Trajectory range_test(const Landscape& landscape, std::span<const double> start, const Optimizer& optimizer,
                      double from, double to, int steps);

}  // namespace thalweg
