#include "core/descent/cloud.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "core/descent/scatter.h"
#include "core/landscape/formula_landscape.h"

namespace thalweg {
namespace {

FormulaLandscape landscape_of(std::string_view formula) {
    return {Formula::parse(formula).value(), {}};
}

TEST(Cloud, HoldsWhatEachRunByItselfDoes) {
    const FormulaLandscape landscape = landscape_of("(x^2 + y - 11)^2 + (x + y^2 - 7)^2");
    const Optimizer optimizer = parse_optimizer("sgd lr=0.01").value();
    const auto starts = scattered_starts({.count = 40}, {});
    const Cloud cloud = run_cloud(landscape, starts, optimizer, 60);
    ASSERT_EQ(cloud.count, 40);
    ASSERT_EQ(cloud.rows, 61);
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const Trajectory alone = run(landscape, starts[i], optimizer, {.steps = 60});
        EXPECT_EQ(cloud.reasons[i], alone.reason);
        for (int row = 0; row < 61; ++row) {
            const std::size_t place = static_cast<std::size_t>(row) * 40 + i;
            if (row >= alone.rows() && alone.reason == StopReason::diverged) {
                EXPECT_TRUE(std::isnan(cloud.x[place]));
                continue;
            }
            const int there = std::min(row, alone.rows() - 1);
            EXPECT_EQ(cloud.x[place], static_cast<float>(alone.position(there)[0]));
            EXPECT_EQ(cloud.losses[place], static_cast<float>(alone.losses[static_cast<std::size_t>(there)]));
        }
    }
}

TEST(Cloud, RunsThatFlyOffAreGone) {
    const auto starts = scattered_starts({.count = 10}, {});
    const Cloud cloud = run_cloud(landscape_of("x^4 + y^4"), starts, parse_optimizer("sgd lr=1").value(), 100);
    EXPECT_TRUE(std::ranges::any_of(cloud.final_losses, [](double loss) { return std::isinf(loss); }));
    const LossHistogram losses = histogram(cloud.final_losses, 8);
    EXPECT_EQ(std::accumulate(losses.counts.begin(), losses.counts.end(), 0) + losses.gone, 10);
    EXPECT_GT(losses.gone, 0);
}

TEST(Cloud, KeepsNoMoreThanFits) {
    const std::vector<std::array<double, 2>> starts(5000, {1.0, 1.0});
    EXPECT_EQ(run_cloud(landscape_of("x^2 + y^2"), starts, {}, 100'000).rows, most_cloud_places / 5000);
}

TEST(Cloud, WithoutStartsIsEmpty) {
    EXPECT_EQ(run_cloud(landscape_of("x^2 + y^2"), {}, {}, 10).count, 0);
}

TEST(LossHistogram, PutsTheLowestFirstAndTheHighestLast) {
    const LossHistogram losses = histogram(std::array<double, 6>{1, 2, 2.1, 5, INFINITY, NAN}, 4);
    EXPECT_EQ(losses.counts, (std::vector{1, 2, 0, 1}));
    EXPECT_EQ(losses.gone, 2);
    EXPECT_EQ(histogram(std::array{3.0, 3.0}, 5).counts.front(), 2);
    EXPECT_FALSE(losses.logarithmic);
}

TEST(LossHistogram, OfManyMagnitudesIsLogarithmic) {
    const LossHistogram losses = histogram(std::array<double, 5>{1e-6, 2e-5, 2e-3, 1, 1}, 3);
    EXPECT_TRUE(losses.logarithmic);
    EXPECT_EQ(losses.counts, (std::vector{2, 1, 2}));
    const LossHistogram with_zero = histogram(std::array<double, 3>{0, 1e-30, 1}, 3);
    EXPECT_EQ(with_zero.floor, 1e-15);
    EXPECT_EQ(with_zero.counts, (std::vector{2, 0, 1}));
    EXPECT_FALSE(histogram(std::array<double, 2>{-1, 1e9}, 3).logarithmic);
}

}  // namespace
}  // namespace thalweg
