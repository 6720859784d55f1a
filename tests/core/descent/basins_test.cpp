#include "core/descent/basins.h"

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <cmath>
#include <numeric>

#include "core/descent/flock.h"
#include "core/descent/run.h"
#include "core/landscape/formula_landscape.h"

namespace thalweg {
namespace {

constexpr std::string_view himmelblau = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2";

FormulaLandscape landscape_of(std::string_view formula) {
    return {Formula::parse(formula).value(), {}};
}

BasinMap basins_of(std::string_view formula, std::string_view optimizer, const BasinSettings& settings,
                   const Box& box = {}) {
    return find_basins(landscape_of(formula), box, parse_optimizer(optimizer).value(), settings);
}

int count(const BasinMap& map, DestinationKind kind) {
    int sum = 0;
    for (const Destination& d : map.destinations) sum += d.kind == kind ? d.count : 0;
    return sum;
}

TEST(Flock, EachPointGoesWhereItWouldGoAlone) {
    const FormulaLandscape landscape = landscape_of(himmelblau);
    const std::vector<double> x{-3.0, 0.5, 1.0, 4.0, -2.5}, y{2.0, -4.0, 0.25, 1.0, -1.5};
    constexpr int steps = 40;
    for (const char* text :
         {"sgd lr=0.01", "sgd lr=0.005 momentum=0.9 nesterov=true", "adam lr=0.1", "adamw lr=0.1", "rmsprop lr=0.05",
          "adagrad lr=0.5", "adadelta lr=1", "adamax lr=0.1", "nadam lr=0.1", "radam lr=0.1", "rprop lr=0.01",
          "lion lr=0.05", "sgd lr=0.01 | clip norm max_norm=5", "adam lr=0.1 | clip value | noise gaussian sigma=2",
          "sgd lr=0.01 | schedule step step_size=7", "newton", "lbfgs lr=0.1", "conjugate_gradient"}) {
        SCOPED_TRACE(text);
        const Optimizer optimizer = parse_optimizer(text).value();
        Flock flock(landscape, optimizer, 5);
        const auto together = static_cast<std::size_t>(flock.size());
        EXPECT_EQ(together, elementwise(optimizer) ? 5U : 1U);
        flock.begin(std::span(x).first(together), std::span(y).first(together));
        for (int i = 0; i < steps; ++i) flock.step();
        for (std::size_t i = 0; i < together; ++i) {
            const Trajectory alone =
                run(landscape, std::array{x[i], y[i]}, optimizer, {.steps = steps, .stop_early = false});
            ASSERT_EQ(alone.rows(), steps + 1);
            // Gradients in batches may differ in their last digits.
            EXPECT_NEAR(flock.x()[i], alone.position(steps)[0], 1e-6);
            EXPECT_NEAR(flock.y()[i], alone.position(steps)[1], 1e-6);
        }
    }
}

TEST(Basins, OfHimmelblauAreThoseOfItsFourMinimaAsEachRunByItselfSays) {
    const FormulaLandscape landscape = landscape_of(himmelblau);
    const Optimizer optimizer = parse_optimizer("sgd lr=0.01").value();
    constexpr int side = 60, steps = 200;
    const Box box;
    const BasinMap map = find_basins(landscape, box, optimizer, {.columns = side, .rows = side, .steps = steps});
    ASSERT_GE(map.destinations.size(), 4U);
    int differences = 0;
    for (int row = 0; row < side; ++row) {
        for (int column = 0; column < side; ++column) {
            const std::array start{-5 + 10 * (column + 0.5) / side, -5 + 10 * (row + 0.5) / side};
            const Trajectory alone = run(landscape, start, optimizer, {.steps = steps, .stop_early = false});
            const auto i = static_cast<std::size_t>(row * side + column);
            const Destination& to = map.destinations[static_cast<std::size_t>(map.destination[i])];
            if (alone.reason == StopReason::diverged) {
                differences += to.kind != DestinationKind::diverged;
                continue;
            }
            const auto end = alone.position(alone.rows() - 1);
            differences += !(std::hypot(end[0] - to.x, end[1] - to.y) < 0.15);
        }
    }
    EXPECT_LE(differences, 4) << "but for starts on the very edges of basins";
    EXPECT_EQ(std::accumulate(map.destinations.begin(), map.destinations.end(), 0,
                              [](int sum, const Destination& d) { return sum + d.count; }),
              side * side);
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(map.destinations[i].kind, DestinationKind::minimum);
        EXPECT_NEAR(map.destinations[i].value, 0.0, 1e-12);
        EXPECT_GT(map.destinations[i].median_steps, 0.0);
        EXPECT_LT(map.destinations[i].median_steps, 50.0);
    }
}

TEST(Basins, StepsAreThoseAfterWhichARunStaysNear) {
    // x ← x·0.8: within 0.02 · √8 of 0 after the first k with 0.8^k·|x| below it.
    const Box box{-1, 1, -1, 1};
    const BasinMap map =
        basins_of("x^2 + y^2", "sgd lr=0.1", {.columns = 8, .rows = 8, .steps = 60, .reach = 0.02}, box);
    ASSERT_EQ(map.destinations.size(), 1U);
    for (int row = 0; row < 8; ++row) {
        for (int column = 0; column < 8; ++column) {
            const double far = std::hypot(-1 + (column + 0.5) / 4, -1 + (row + 0.5) / 4);
            const double near = 0.02 * std::hypot(2, 2);
            const int expected = std::max(0, static_cast<int>(std::ceil(std::log(near / far) / std::log(0.8))));
            EXPECT_EQ(map.steps[static_cast<std::size_t>(row * 8 + column)], expected);
        }
    }
}

TEST(Basins, ASaddleHoldsNoneButThoseThatComeStraightToIt) {
    // An odd number of columns: those in the middle start on the ridge.
    const BasinMap map =
        basins_of("(x^2 - 1)^2 + y^2", "sgd lr=0.05", {.columns = 9, .rows = 8, .steps = 300}, {-2, 2, -2, 2});
    EXPECT_EQ(count(map, DestinationKind::minimum), 64);
    EXPECT_EQ(count(map, DestinationKind::saddle), 8);
}

TEST(Basins, RunsThatGoToAndFroAreUnfinishedToTheLastStep) {
    // x ← −x, exactly: the track repeats itself after two steps.
    for (const int steps : {1, 2, 3, 60, 61}) {
        const BasinMap map = basins_of("x^2 + y^2", "sgd lr=1", {.columns = 10, .rows = 10, .steps = steps});
        EXPECT_EQ(count(map, DestinationKind::unfinished), 100);
        for (const int taken : map.steps) EXPECT_EQ(taken, steps);
    }
}

TEST(Basins, RunsThatRestCountTheStepsThatTookThemThere) {
    // Newton's method is in a bowl's minimum after one step and stays there.
    const BasinMap map = basins_of("x^2 + 3 y^2", "newton", {.columns = 10, .rows = 10, .steps = 50});
    EXPECT_EQ(count(map, DestinationKind::minimum), 100);
    for (const int taken : map.steps) EXPECT_EQ(taken, 1);
}

TEST(Basins, TooLargeARateDiverges) {
    const BasinMap map = basins_of("x^2 + y^2", "sgd lr=1.5", {.columns = 10, .rows = 10, .steps = 60});
    EXPECT_EQ(count(map, DestinationKind::diverged), 100);
}

TEST(Basins, TooFewStepsAreUnfinished) {
    const BasinMap map = basins_of("x^2 + y^2", "sgd lr=0.001", {.columns = 10, .rows = 10, .steps = 5});
    EXPECT_EQ(count(map, DestinationKind::unfinished), 100);
    for (const int steps : map.steps) EXPECT_EQ(steps, 5);
}

TEST(Basins, ALevelValleyFloorIsOneDestination) {
    const BasinMap map = basins_of("f(x, y) = x^2", "sgd lr=0.1", {.columns = 40, .rows = 40, .steps = 100});
    ASSERT_EQ(map.destinations.size(), 1U);
    EXPECT_EQ(map.destinations[0].kind, DestinationKind::degenerate);
}

TEST(Basins, AFlatMinimumIsDegenerate) {
    const BasinMap map =
        basins_of("x^4 + y^4", "sgd lr=0.02", {.columns = 20, .rows = 20, .steps = 5000}, {-2, 2, -2, 2});
    EXPECT_EQ(count(map, DestinationKind::degenerate), 400);
    ASSERT_EQ(map.destinations.size(), 1U);
    EXPECT_NEAR(map.destinations[0].x, 0.0, 1e-3);
}

TEST(Basins, WalkingOutOfTheDomainOfFIsDiverging) {
    const BasinMap map =
        basins_of("ln(x) + y^2", "sgd lr=0.1", {.columns = 10, .rows = 10, .steps = 500}, {0.1, 2, -1, 1});
    EXPECT_EQ(count(map, DestinationKind::diverged), 100);
}

TEST(Basins, ClimbingComesToMaxima) {
    const BasinMap map = basins_of("sin(x) cos(y)", "sgd lr=0.3 maximize=true",
                                   {.columns = 32, .rows = 32, .steps = 300}, {-3, 3, -3, 3});
    EXPECT_GT(count(map, DestinationKind::maximum), 900);
    EXPECT_EQ(count(map, DestinationKind::minimum), 0);
}

TEST(Basins, OfACurveAreThoseOfItsMinimaAsEachRunByItselfSays) {
    const FormulaLandscape curve = landscape_of("x^2 sin(x)");
    constexpr int starts = 300, steps = 400;
    for (const char* text : {"sgd lr=0.02", "sgd lr=0.01 momentum=0.9", "adam lr=0.2", "newton"}) {
        SCOPED_TRACE(text);
        const Optimizer optimizer = parse_optimizer(text).value();
        // Of a curve the box's y has no influence, nor has a number of rows.
        const BasinMap map =
            find_basins(curve, {-7, 7, 2, 3}, optimizer, {.columns = starts, .rows = 50, .steps = steps});
        EXPECT_TRUE(map.of_a_curve());
        EXPECT_EQ(map.rows, 1);
        ASSERT_EQ(map.destination.size(), starts);
        int sum = 0, differences = 0;
        for (const Destination& d : map.destinations) {
            sum += d.count;
            if (!is_a_point(d.kind)) continue;
            EXPECT_EQ(d.y, 0.0);
            EXPECT_NEAR(2 * std::sin(d.x) + d.x * std::cos(d.x), 0.0, 1e-8) << "a zero of the slope, but for x";
        }
        EXPECT_EQ(sum, starts);
        for (int i = 0; i < starts; ++i) {
            const double x = -7 + 14 * (i + 0.5) / starts;
            const Trajectory alone = run(curve, std::array{x, 0.0}, optimizer, {.steps = steps, .stop_early = false});
            const Destination& to =
                map.destinations[static_cast<std::size_t>(map.destination[static_cast<std::size_t>(i)])];
            if (!is_a_point(to.kind) || alone.reason == StopReason::diverged) continue;
            differences += std::abs(alone.position(alone.rows() - 1)[0] - to.x) > 0.15;
        }
        EXPECT_LE(differences, 2);
    }
    const BasinMap down =
        find_basins(curve, {-7, 7, -5, 5}, parse_optimizer("sgd lr=0.02").value(), {.columns = starts, .steps = steps});
    EXPECT_EQ(count(down, DestinationKind::minimum) + count(down, DestinationKind::degenerate) +
                  count(down, DestinationKind::unfinished) + count(down, DestinationKind::diverged),
              starts)
        << "descent does not come to maxima";
    EXPECT_GT(count(down, DestinationKind::minimum), starts / 2);
}

TEST(Basins, NoiseAlongYDoesNotKeepACurvesRunsFromArriving) {
    const BasinMap map = basins_of("x^2", "sgd lr=0.02 | noise gaussian sigma=0.05", {.columns = 64, .steps = 500});
    EXPECT_EQ(count(map, DestinationKind::minimum), 64);
}

TEST(Basins, OfAWindowAreThoseOfTheWholeSeenFromNearBy) {
    const FormulaLandscape landscape = landscape_of(himmelblau);
    for (const char* text : {"sgd lr=0.01 momentum=0.95", "adam lr=0.3", "newton"}) {
        SCOPED_TRACE(text);
        const Optimizer optimizer = parse_optimizer(text).value();
        const BasinMap whole = find_basins(landscape, {}, optimizer, {.columns = 64, .rows = 64, .steps = 300});
        // An eighth of the domain, at the same starts.
        const Box window{-1.25, 0.0, 1.25, 2.5};
        const BasinMap part =
            find_basins(landscape, {}, optimizer, {.columns = 8, .rows = 8, .steps = 300, .window = window});
        EXPECT_EQ(part.box, window);
        for (std::size_t row = 0; row < 8; ++row) {
            for (std::size_t column = 0; column < 8; ++column) {
                const std::size_t here = 8 * row + column, there = 64 * (40 + row) + 24 + column;
                const Destination& near = part.destinations[static_cast<std::size_t>(part.destination[here])];
                const Destination& far = whole.destinations[static_cast<std::size_t>(whole.destination[there])];
                EXPECT_EQ(near.kind, far.kind);
                EXPECT_EQ(part.steps[here], whole.steps[there]);
                const bool same = !is_a_point(near.kind) || std::hypot(near.x - far.x, near.y - far.y) < 1e-6;
                EXPECT_TRUE(same) << near.x << ", " << near.y;
            }
        }
    }
}

TEST(Basins, OfASpeckAreAsFarReachingAsThoseOfTheWhole) {
    const BasinMap map = find_basins(landscape_of(himmelblau), {}, parse_optimizer("sgd lr=0.01").value(),
                                     {.columns = 16, .rows = 16, .steps = 300, .window = Box{0, 1e-6, 0, 1e-6}});
    ASSERT_EQ(map.destinations.size(), 1U);
    EXPECT_EQ(map.destinations[0].kind, DestinationKind::minimum);
    EXPECT_EQ(map.destinations[0].count, 256);
}

TEST(Basins, AreTheSameEveryTime) {
    const auto once = basins_of(himmelblau, "adam lr=0.1", {.columns = 64, .rows = 48, .steps = 100});
    const auto again = basins_of(himmelblau, "adam lr=0.1", {.columns = 64, .rows = 48, .steps = 100});
    EXPECT_EQ(once.destination, again.destination);
    EXPECT_EQ(once.steps, again.steps);
}

TEST(Basins, CanBeCancelled) {
    std::stop_source stop;
    stop.request_stop();
    const BasinMap map =
        find_basins(landscape_of(himmelblau), {}, parse_optimizer("sgd").value(), {}, stop.get_token());
    EXPECT_TRUE(map.cancelled);
}

TEST(Basins, ProgressGrowsTowardsOne) {
    std::atomic<double> largest = 0.0;
    find_basins(landscape_of(himmelblau), {}, parse_optimizer("sgd").value(), {.steps = 5}, {}, [&](double share) {
        EXPECT_GE(share, 0.0);
        EXPECT_LE(share, 1.0);
        largest = std::max(largest.load(), share);
    });
    EXPECT_GT(largest.load(), 0.5);
}

}  // namespace
}  // namespace thalweg
