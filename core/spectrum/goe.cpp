#include "core/spectrum/goe.h"

#include <oneapi/tbb/parallel_for.h>

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <atomic>
#include <cmath>
#include <numbers>

#include "core/random/random.h"

namespace thalweg {
namespace {

/// Keeps these draws apart from others of the same seed.
constexpr std::uint64_t purpose_of_matrices = 0x60e;

}  // namespace

Eigen::MatrixXd goe_matrix(int n, std::uint64_t seed, std::uint64_t index) {
    RandomSequence random(mixed_bits(seed) + purpose_of_matrices, index);
    Eigen::MatrixXd matrix(n, n);
    for (int row = 0; row < n; ++row) {
        for (int column = 0; column < row; ++column) matrix(row, column) = matrix(column, row) = random.normal();
        matrix(row, row) = std::numbers::sqrt2 * random.normal();
    }
    return matrix;
}

ScaledSpectrum goe_spectrum(int n, int count, std::uint64_t seed, const std::stop_token& stop,
                            const std::function<void(double)>& progress) {
    const auto size = static_cast<std::size_t>(n);
    std::vector<Eigen::VectorXd> spectra(static_cast<std::size_t>(count));
    std::atomic<int> done = 0;
    oneapi::tbb::parallel_for(0, count, [&](int i) {
        if (stop.stop_requested()) return;
        const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(
            goe_matrix(n, seed, static_cast<std::uint64_t>(i)) / std::sqrt(static_cast<double>(n)),
            Eigen::EigenvaluesOnly);
        spectra[static_cast<std::size_t>(i)] = solver.eigenvalues();
        if (progress) progress(static_cast<double>(++done) / count);
    });
    ScaledSpectrum spectrum{.n = n, .matrices = 0, .eigenvalues = {}, .negative_shares = {}};
    spectrum.eigenvalues.reserve(size * spectra.size());
    for (const Eigen::VectorXd& values : spectra) {
        if (values.size() == 0) continue;
        ++spectrum.matrices;
        spectrum.eigenvalues.insert(spectrum.eigenvalues.end(), values.begin(), values.end());
        spectrum.negative_shares.push_back(static_cast<double>((values.array() < 0.0).count()) / n);
    }
    return spectrum;
}

double semicircle_density(double s) {
    return std::abs(s) < 2.0 ? std::sqrt(4.0 - s * s) / (2.0 * std::numbers::pi) : 0.0;
}

Histogram histogram(const std::vector<double>& numbers, double low, double high, int bins) {
    Histogram result{.low = low, .high = high, .density = std::vector<double>(static_cast<std::size_t>(bins))};
    if (numbers.empty()) return result;
    const double width = (high - low) / bins;
    for (const double number : numbers) {
        const double bin = std::floor((number - low) / width);
        if (bin >= 0.0 && bin < bins) ++result.density[static_cast<std::size_t>(bin)];
    }
    for (double& bar : result.density) bar /= width * static_cast<double>(numbers.size());
    return result;
}

}  // namespace thalweg
