#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/landscape/landscape.h"

namespace thalweg {

/// A point of n coordinates and what the Hessian says there.
struct SpectrumAt {
    std::vector<double> position;  ///< n
    double loss = 0.0;
    double gradient_norm = 0.0;
    std::vector<double> eigenvalues;  ///< of the Hessian, ascending; n
    double negative_share =
        0.0;  ///< how many of them are negative, as a share of n: the index as Dauphin et al. use it
    bool operator==(const SpectrumAt&) const = default;
};

/// An eigenvalue counts as negative below −1e-8 times the largest |λ|, as for classify_stationary().
SpectrumAt spectrum_at(Evaluator& evaluator, std::span<const double> position);

/// The stationary point of whatever kind that Levenberg's and Marquardt's damped Newton steps on ‖∇f‖² reach from a
/// point, Δx = −(H² + μI)⁻¹ H ∇f, or none within 300 steps. There ‖∇f‖ <= 1e-10 · max(1, largest |λ|).
/// Unlike descent they are drawn to saddles and maxima as well. Nocedal & Wright, section 10.3.
std::optional<SpectrumAt> stationary_near(Evaluator& evaluator, std::span<const double> start);

}  // namespace thalweg
