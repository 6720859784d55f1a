#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <functional>
#include <stop_token>
#include <vector>

namespace thalweg {

/// Matrix number `index` of this seed out of the Gaussian orthogonal ensemble: symmetric n × n, every entry on and
/// above the diagonal independent and normal, of variance 2 on the diagonal and 1 beside it. Turning the axes does not
/// change its law: no direction is special.
Eigen::MatrixXd goe_matrix(int n, std::uint64_t seed, std::uint64_t index);

/// The eigenvalues of many such matrices, divided by √n: for large n they fill [−2, 2] as a semicircle.
struct ScaledSpectrum {
    int n = 0;
    int matrices = 0;
    std::vector<double> eigenvalues;      ///< of all of them together, in no order
    std::vector<double> negative_shares;  ///< of each: how many of its n eigenvalues lie below 0, as a share
    bool operator==(const ScaledSpectrum&) const = default;
};

/// Matrices number 0 … count − 1 of a seed, on all cores. The same call gives the same bits. progress: the share done,
/// 0..1, from any thread. After `stop` it holds those that were done.
ScaledSpectrum goe_spectrum(int n, int count, std::uint64_t seed, const std::stop_token& stop = {},
                            const std::function<void(double)>& progress = {});

/// Wigner's semicircle: the density √(4 − s²) / 2π of scaled eigenvalues s for n → ∞. Wigner, 1955.
double semicircle_density(double s);

/// How many numbers lie in each of `bins` equal parts of [low, high), as a density: the bars' areas and what lies
/// outside add up to 1.
struct Histogram {
    double low = -3.0, high = 3.0;
    std::vector<double> density;
    double width() const { return (high - low) / static_cast<double>(density.size()); }
    bool operator==(const Histogram&) const = default;
};
Histogram histogram(const std::vector<double>& numbers, double low, double high, int bins);

}  // namespace thalweg
