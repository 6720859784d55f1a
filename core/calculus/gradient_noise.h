#pragma once

#include <Eigen/Core>
#include <span>

#include "core/landscape/data_landscape.h"

namespace thalweg {

/// How the gradients of a mean over samples scatter when it is asked of batches instead of all of them.
struct GradientNoise {
    Eigen::VectorXd mean;        ///< n: the gradient over all m samples
    Eigen::MatrixXd covariance;  ///< n×n: of the batch's gradient about it
};

/// From all samples' gradients gᵢ at x: Σ = 1/m Σ (gᵢ − ḡ)(gᵢ − ḡ)ᵀ is that of one sample. A batch of B, drawn with
/// replacement, has Σ/B; drawn without, as in a shuffled epoch, Σ/B · (m − B)/(m − 1), which is 0 when B = m.
/// The batches are those of the landscape itself; where it has none the covariance is 0.
GradientNoise gradient_noise(const DataLandscape& landscape, std::span<const double> x);

}  // namespace thalweg
