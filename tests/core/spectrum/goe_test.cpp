#include "core/spectrum/goe.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace thalweg {
namespace {

/// How much of the semicircle lies at or below s, in closed form.
double semicircle_share(double s) {
    const double inside = std::clamp(s, -2.0, 2.0);
    return 0.5 + inside * std::sqrt(4.0 - inside * inside) / (4.0 * std::numbers::pi) +
           std::asin(inside / 2.0) / std::numbers::pi;
}

TEST(GoeMatrix, IsSymmetricAndTheSameForTheSameSeed) {
    const Eigen::MatrixXd matrix = goe_matrix(6, 3, 4);
    EXPECT_EQ(matrix, matrix.transpose());
    EXPECT_EQ(matrix, goe_matrix(6, 3, 4));
    EXPECT_NE(matrix, goe_matrix(6, 3, 5));
    EXPECT_NE(matrix, goe_matrix(6, 4, 4));
}

TEST(GoeMatrix, HasVarianceTwoOnTheDiagonalAndOneBeside) {
    constexpr int matrices = 2000, n = 5;
    double diagonal = 0.0, beside = 0.0;
    for (std::uint64_t i = 0; i < matrices; ++i) {
        const Eigen::MatrixXd matrix = goe_matrix(n, 1, i);
        diagonal += matrix.diagonal().squaredNorm();
        beside += (matrix.squaredNorm() - matrix.diagonal().squaredNorm()) / 2;
    }
    // The variance of a square of a normal number is 2σ⁴; four of its standard errors.
    EXPECT_NEAR(diagonal / (matrices * n), 2.0, 4 * std::sqrt(8.0 / (matrices * n)));
    EXPECT_NEAR(beside / (matrices * n * (n - 1) / 2), 1.0, 4 * std::sqrt(2.0 / (matrices * n * (n - 1) / 2)));
}

TEST(GoeSpectrum, IsASemicircleInManyDimensions) {
    const ScaledSpectrum spectrum = goe_spectrum(200, 20, 1);
    ASSERT_EQ(spectrum.matrices, 20);
    ASSERT_EQ(spectrum.eigenvalues.size(), 4000U);
    const Histogram bars = histogram(spectrum.eigenvalues, -3, 3, 24);
    for (std::size_t i = 0; i < bars.density.size(); ++i) {
        const double left = bars.low + static_cast<double>(i) * bars.width(), right = left + bars.width();
        const double expected = (semicircle_share(right) - semicircle_share(left)) / bars.width();
        EXPECT_NEAR(bars.density[i], expected, 0.012) << "from " << left << " to " << right;
    }
    // Eigenvalues repel: each matrix has nearly as many on either side, far nearer to half than 200 coins would fall.
    for (const double share : spectrum.negative_shares) EXPECT_NEAR(share, 0.5, 0.021);
}

TEST(GoeSpectrum, OfOneDimensionIsNormal) {
    const ScaledSpectrum spectrum = goe_spectrum(1, 20'000, 1);
    double squares = 0.0;
    for (const double value : spectrum.eigenvalues) squares += value * value;
    EXPECT_NEAR(squares / 20'000, 2.0, 4 * std::sqrt(8.0 / 20'000));
}

TEST(GoeSpectrum, StopsWhenAskedTo) {
    std::stop_source stop;
    const ScaledSpectrum spectrum = goe_spectrum(30, 10'000, 1, stop.get_token(), [&](double) { stop.request_stop(); });
    EXPECT_GT(spectrum.matrices, 0);
    EXPECT_LT(spectrum.matrices, 10'000);
    EXPECT_EQ(spectrum.eigenvalues.size(), 30U * static_cast<std::size_t>(spectrum.matrices));
}

TEST(Semicircle, IsTheSlopeOfItsShares) {
    EXPECT_EQ(semicircle_density(2.1), 0.0);
    for (double s = -1.9; s < 1.95; s += 0.2) {
        const double h = 1e-5;
        const double slope = (semicircle_share(s + h) - semicircle_share(s - h)) / (2 * h);
        EXPECT_NEAR(slope, semicircle_density(s), 1e-8) << s;
    }
}

TEST(Histogram, CountsWhatLiesInsideAndMakesItADensity) {
    const Histogram bars = histogram({0.0, 0.4, 0.5, 0.99, 1.0, -0.1, 7.0, 0.1}, 0, 1, 2);
    EXPECT_EQ(bars.density, (std::vector<double>{3.0 / 8 / 0.5, 2.0 / 8 / 0.5}));
    EXPECT_EQ(histogram({}, 0, 1, 2).density, (std::vector<double>{0, 0}));
}

}  // namespace
}  // namespace thalweg
