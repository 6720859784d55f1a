#include "core/spectrum/definite_counts.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace thalweg {
namespace {

/// The probability that all eigenvalues of an n × n matrix of the ensemble have one sign, n = 1 … 7: de Bruijn's
/// Pfaffians of the moments of exp(−x²/4) over the half line and the whole, by mpmath with 30 digits.
constexpr std::array truth = {1.0,
                              0.292893218813452,
                              0.049841841921447,
                              0.00491341851957245,
                              0.000280229370926799,
                              9.24037495509799e-6,
                              1.7609225612651e-7};

TEST(DefiniteCounts, ComeNearTheTruth) {
    const DefiniteCounts counts = count_definite(1, 0, 1'000'000);
    EXPECT_EQ(counts.samples, 1'000'000);
    for (int n = 1; n <= 5; ++n) {
        const double expected = truth[static_cast<std::size_t>(n - 1)] * 1e6;
        EXPECT_NEAR(static_cast<double>(counts.of(n)), expected, 4 * std::sqrt(expected)) << "n = " << n;
    }
    for (int n = 2; n <= most_dimensions; ++n) EXPECT_LE(counts.of(n), counts.of(n - 1)) << "n = " << n;
    EXPECT_EQ(counts.of(most_dimensions), 0);
}

TEST(DefiniteCounts, AddUpFromPortionsToTheSame) {
    DefiniteCounts sum = count_definite(7, 120'000, 13'456);
    sum += count_definite(7, 0, 50'001);
    sum += count_definite(7, 50'001, 69'999);
    EXPECT_EQ(sum, count_definite(7, 133'456, std::stop_token()));
    EXPECT_NE(sum, count_definite(8, 133'456, std::stop_token()));
}

TEST(DefiniteCounts, StopWhenAskedTo) {
    std::stop_source stop;
    double last = 0.0;
    const DefiniteCounts counts = count_definite(1, 10'000'000, stop.get_token(), [&](double share) {
        last = share;
        stop.request_stop();
    });
    EXPECT_GT(last, 0.0);
    EXPECT_LT(counts.samples, 10'000'000);
    EXPECT_EQ(counts.of(1), counts.samples);
}

TEST(Estimate, IsWilsonsInterval) {
    const Estimate some = estimate(5, 100);
    EXPECT_EQ(some.fraction, 0.05);
    EXPECT_NEAR(some.lower, 0.02154367915436796, 1e-15);
    EXPECT_NEAR(some.upper, 0.11175046923191913, 1e-15);
    EXPECT_EQ(estimate(100, 100).upper, 1.0);
}

TEST(Estimate, OfNoHitsIsAnUpperBoundOnly) {
    const Estimate none = estimate(0, 1'000'000);
    EXPECT_EQ(none.fraction, 0.0);
    EXPECT_EQ(none.lower, 0.0);
    EXPECT_EQ(none.upper, 3e-6);
    EXPECT_EQ(estimate(0, 2).upper, 1.0);
    EXPECT_TRUE(std::isnan(estimate(0, 0).fraction));
}

TEST(DefiniteProbability, IsKnownForThreeAndFollowsItsLawFromAfar) {
    for (int n = 1; n <= 3; ++n)
        EXPECT_NEAR(exact_definite_probability(n), truth[static_cast<std::size_t>(n - 1)], 1e-15) << "n = " << n;
    EXPECT_TRUE(std::isnan(exact_definite_probability(4)));
    EXPECT_NEAR(log10_leading_law(2), std::log10(1.0 / 3.0), 1e-15);
    EXPECT_NEAR(log10_leading_law(200), -4771.2125471966, 1e-9);
    // Leading order: ln p / (−n² ln 3 / 4) comes down to 1, slowly.
    double before = 10.0;
    for (int n = 3; n <= 7; ++n) {
        const double ratio = std::log10(truth[static_cast<std::size_t>(n - 1)]) / log10_leading_law(n);
        EXPECT_GT(ratio, 1.0) << "n = " << n;
        EXPECT_LT(ratio, before) << "n = " << n;
        before = ratio;
    }
}

}  // namespace
}  // namespace thalweg
