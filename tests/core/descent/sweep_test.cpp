#include "core/descent/sweep.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "core/landscape/formula_landscape.h"

namespace thalweg {
namespace {

FormulaLandscape landscape_of(std::string_view formula, int coordinates = 2) {
    return {Formula::parse(formula).value(), {}, coordinates};
}

Sweep sweep_of(std::string_view formula, std::string_view optimizer, const std::vector<double>& rates,
               std::array<double, 2> start = {3, 2}, int steps = 100) {
    return sweep_rates(landscape_of(formula), start, parse_optimizer(optimizer).value(), rates, steps);
}

std::vector<RateVerdict> verdicts(const Sweep& sweep) {
    std::vector<RateVerdict> all;
    for (const RateRun& run : sweep.runs) all.push_back(run.verdict);
    return all;
}

TEST(SpreadRates, AreTheSameFactorApart) {
    const auto rates = spread_rates(0.001, 1, 4);
    ASSERT_EQ(rates.size(), 4U);
    EXPECT_EQ(rates.front(), 0.001);
    EXPECT_NEAR(rates[1], 0.01, 1e-15);
    EXPECT_NEAR(rates[2], 0.1, 1e-14);
    EXPECT_EQ(rates.back(), 1.0);
}

TEST(Sweep, OfABowlHasTheFourRegionsAndItsBoundAtTwoOverLambda) {
    // x ← (1 − 2η) x: too slow below, from side to side beyond ½, growing beyond 1 = 2/λmax.
    const Sweep sweep = sweep_of("x^2 + y^2", "sgd", {0.001, 0.1, 0.4, 0.9, 1.1});
    using enum RateVerdict;
    EXPECT_EQ(verdicts(sweep), (std::vector{too_slow, good, good, bounces, diverges}));
    ASSERT_TRUE(sweep.limit);
    EXPECT_NEAR(sweep.limit->rate, 1.0, 1e-9);
    EXPECT_NEAR(sweep.limit->largest_eigenvalue, 2.0, 1e-12);
    // 0.8^k of a distance is 0.64^k of a loss: a thousandth after 16 steps.
    EXPECT_EQ(sweep.runs[1].arrival, static_cast<int>(std::ceil(std::log(1e-3) / std::log(0.64))));
}

TEST(Sweep, MomentumBearsLargerRatesInAParabola) {
    const Sweep sweep = sweep_of("x^2 + 10 y^2", "sgd momentum=0.9", {0.01});
    ASSERT_TRUE(sweep.limit);
    EXPECT_NEAR(sweep.limit->rate, 2 * (1 + 0.9) / 20, 1e-9);
}

TEST(Sweep, TheBoundTellsWhatRunsDo) {
    const Sweep first = sweep_of("x^2 + 7 y^2", "sgd", {0.05});
    ASSERT_TRUE(first.limit);
    const Sweep sweep =
        sweep_of("x^2 + 7 y^2", "sgd", {0.98 * first.limit->rate, 1.02 * first.limit->rate}, {3, 2}, 500);
    EXPECT_NE(sweep.runs[0].verdict, RateVerdict::diverges);
    EXPECT_EQ(sweep.runs[1].verdict, RateVerdict::diverges);
}

TEST(Sweep, MethodsThatLearnFromSlopesHaveNoBound) {
    EXPECT_FALSE(sweep_of("x^2 + y^2", "adam", {0.1}).limit);
}

TEST(Sweep, ASaddleIsNoArrival) {
    const Sweep sweep = sweep_of("x^2 - y^2", "sgd", {0.1}, {1, 0});
    EXPECT_FALSE(sweep.runs[0].arrival);
}

TEST(Sweep, AtAKinkEveryFixedRateBounces) {
    const Sweep sweep = sweep_of("abs(x) + abs(y)", "sgd", {0.3}, {3.1, 2.05});
    EXPECT_EQ(sweep.runs[0].verdict, RateVerdict::bounces);
}

TEST(Sweep, WorksOnACurveAndWhenClimbing) {
    const FormulaLandscape curve = landscape_of("-(x - 1)^2", 1);
    const std::array start{3.0};
    const Sweep sweep =
        sweep_rates(curve, start, parse_optimizer("sgd maximize=true").value(), std::array{0.1, 1.2}, 100);
    EXPECT_EQ(verdicts(sweep), (std::vector{RateVerdict::good, RateVerdict::diverges}));
    ASSERT_TRUE(sweep.limit);
    EXPECT_NEAR(sweep.limit->rate, 1.0, 1e-9);
}

TEST(Sweep, IsTheSameEveryTimeAndEachRunIsTheRunAlone) {
    const std::vector<double> rates = spread_rates(1e-4, 0.1, 20);
    const Sweep once = sweep_of("(x^2 + y - 11)^2 + (x + y^2 - 7)^2", "sgd momentum=0.5", rates, {0, 1});
    const Sweep again = sweep_of("(x^2 + y - 11)^2 + (x + y^2 - 7)^2", "sgd momentum=0.5", rates, {0, 1});
    const FormulaLandscape landscape = landscape_of("(x^2 + y - 11)^2 + (x + y^2 - 7)^2");
    for (std::size_t i = 0; i < rates.size(); ++i) {
        EXPECT_EQ(once.runs[i].trajectory, again.runs[i].trajectory);
        const Optimizer optimizer = with_rate(parse_optimizer("sgd momentum=0.5").value(), rates[i]);
        EXPECT_EQ(once.runs[i].trajectory, run(landscape, std::array{0.0, 1.0}, optimizer, {.steps = 100}));
    }
}

TEST(Sweep, CanBeCancelled) {
    std::stop_source stop;
    stop.request_stop();
    EXPECT_TRUE(sweep_rates(landscape_of("x^2 + y^2"), std::array{1.0, 1.0}, {}, std::array{0.1}, 10, stop.get_token())
                    .cancelled);
}

TEST(TellingRates, AreTooSmallRightAndTooLarge) {
    const Sweep sweep = sweep_of("x^2 + 10 y^2", "sgd", spread_rates(1e-4, 1, 41), {3, 2}, 200);
    const TellingRates telling = telling_rates(sweep);
    ASSERT_TRUE(telling.too_small && telling.right && telling.too_large);
    EXPECT_EQ(sweep.runs[*telling.too_small].verdict, RateVerdict::too_slow);
    EXPECT_EQ(sweep.runs[*telling.right].verdict, RateVerdict::good);
    EXPECT_EQ(sweep.runs[*telling.too_large].verdict, RateVerdict::diverges);
    EXPECT_LE(sweep.runs[*telling.too_small].rate, sweep.runs[*telling.right].rate / 10);
    EXPECT_GT(sweep.runs[*telling.too_large].rate, sweep.limit->rate);
}

TEST(TellingRates, ThereIsNoneRightWhereNoneArrives) {
    EXPECT_FALSE(telling_rates(sweep_of("x^2 + y^2", "sgd", spread_rates(1e-8, 1e-6, 5))).right);
}

TEST(RatesToTry, ReachBeyondTheBound) {
    const auto [from, to] = rates_to_try(landscape_of("x^2 + 10 y^2"), std::array{3.0, 2.0}, Optimizer{});
    EXPECT_LT(from, 0.001);
    EXPECT_GT(to, 0.1);
}

TEST(NoSweep, OfASchedulesOwnRates) {
    EXPECT_TRUE(no_sweep(parse_optimizer("adam | schedule step").value()).empty());
    EXPECT_FALSE(no_sweep(parse_optimizer("adam | schedule one_cycle").value()).empty());
}

TEST(RangeTest, GrowsTheRateFromStepToStep) {
    const Trajectory test = range_test(landscape_of("x^2 + y^2"), std::array{3.0, 2.0}, Optimizer{}, 1e-3, 10, 50);
    EXPECT_NEAR(test.learning_rates.front(), 1e-3, 1e-15);
    for (std::size_t i = 1; i < test.learning_rates.size(); ++i)
        EXPECT_NEAR(test.learning_rates[i] / test.learning_rates[i - 1], std::pow(1e4, 1.0 / 49), 1e-9);
    EXPECT_LT(*std::ranges::min_element(test.losses), 1e-3);
    EXPECT_GT(test.losses.back(), test.losses.front()) << "beyond the bound it climbs";
}

}  // namespace
}  // namespace thalweg
