#include "core/calculus/gradient_noise.h"

#include <algorithm>

namespace thalweg {

GradientNoise gradient_noise(const DataLandscape& landscape, std::span<const double> x) {
    const Batches& batches = landscape.samples().batches;
    const std::size_t samples = landscape.samples().training.size();
    const auto m = static_cast<Eigen::Index>(samples), n = static_cast<Eigen::Index>(x.size());
    const std::vector<double> gradients = landscape.sample_gradients(x);
    const Eigen::Map<const Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>> rows(
        gradients.data(), m, n);
    GradientNoise noise{.mean = rows.colwise().mean(), .covariance = Eigen::MatrixXd::Zero(n, n)};
    if (whole(batches, samples)) return noise;

    const Eigen::MatrixXd deviations = rows.rowwise() - noise.mean.transpose();
    const double size =
        batches.size <= 0 ? static_cast<double>(m) : std::min<double>(batches.size, static_cast<double>(m));
    double share = 1.0 / size;
    if (batches.sampling == Sampling::shuffled) share *= (static_cast<double>(m) - size) / static_cast<double>(m - 1);
    noise.covariance = deviations.transpose() * deviations * (share / static_cast<double>(m));
    return noise;
}

}  // namespace thalweg
