// The paths that each landscape opens with do what its hint says.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "app/document/session.h"
#include "core/calculus/classification.h"
#include "core/calculus/second_order.h"
#include "core/descent/run.h"
#include "core/landscape/formula_landscape.h"

namespace thalweg {
namespace {

const LandscapeEntry& entry(std::string_view id) {
    static const Catalogue catalogue = load_catalogue(THALWEG_ASSETS "/landscapes.toml").value();
    return *catalogue.find(id);
}

/// The run from one of the landscape's starts by one of its optimizers.
Trajectory path(std::string_view id, std::size_t optimizer, std::size_t start = 0) {
    const LandscapeEntry& e = entry(id);
    const Formula formula = Formula::parse(e.formula).value();
    const FormulaLandscape landscape(formula, parameter_values(landscape_choice(e), formula.parameters()));
    return run(landscape, e.starts.at(start), parse_optimizer(e.optimizers.at(optimizer)).value(), {.steps = e.steps},
               &e.domain);
}

double distance(const Trajectory& trajectory, int row, double x, double y) {
    return std::hypot(trajectory.position(row)[0] - x, trajectory.position(row)[1] - y);
}

struct Ending {
    const char* id;
    std::size_t start, optimizer;
    double x, y, radius;
};

TEST(Hints, PathsEndWhereTheHintsSay) {
    constexpr Ending endings[] = {
        {"bowl", 0, 0, 0, 0, 1e-6},
        // Himmelblau: three optimizers, three minima.
        {"himmelblau", 0, 0, -2.805, 3.131, 0.01},
        {"himmelblau", 0, 1, 3.584, -1.848, 0.1},
        {"himmelblau", 0, 2, 3, 2, 0.1},
        {"himmelblau", 0, 3, 3, 2, 0.1},
        // Plain descent stays in the shallow pit, momentum rolls through.
        {"shallow_pit", 0, 0, -0.946, 0, 0.01},
        {"shallow_pit", 0, 1, 1.047, 0, 0.01},
        {"styblinski_tang", 0, 0, 2.747, 2.747, 0.01},
        {"styblinski_tang", 0, 1, -2.904, -2.904, 0.05},
        {"styblinski_tang", 0, 2, 2.747, 2.747, 0.05},
        {"three_hump_camel", 0, 0, -1.748, 0.874, 0.01},
        {"three_hump_camel", 0, 1, 0, 0, 0.01},
        // Two starts to either side of a ridge or crest part.
        {"two_valleys", 0, 0, 1, 0, 0.01},
        {"two_valleys", 1, 0, -1, 0, 0.01},
        {"mccormick", 0, 0, 2.594, 1.594, 0.01},
        {"mccormick", 1, 0, -0.547, -1.547, 0.01},
        {"holder_table", 0, 0, 8.055, 9.665, 0.01},
        {"holder_table", 1, 0, 4.85, 9.70, 0.02},
        // Plain descent in the nearest dent, momentum further in.
        {"rastrigin", 0, 0, -3.98, 3.98, 0.01},
        {"rastrigin", 0, 1, 0, 1, 0.05},
        {"ackley", 0, 0, 2.97, 1.98, 0.05},
        {"ackley", 0, 1, 0, 0, 0.2},
        {"levy_13", 0, 0, 4.27, -2.58, 0.05},
        {"levy_13", 0, 1, 1, 1, 0.01},
        {"schwefel", 0, 0, 65.5, -302.5, 0.5},
        {"schwefel", 0, 1, -124.8, -302.5, 0.5},
        {"washboard", 0, 1, 0, 0, 0.01},
        {"washboard_smoothed", 0, 2, 0, 0, 0.01},
        {"easom", 0, 0, 3.1416, 3.1416, 0.001},
        {"x2_sin_x", 0, 0, 5.087, 0, 0.001},
        {"rosenbrock", 0, 1, 1, 1, 0.05},
        {"beale", 0, 1, 3, 0.5, 0.05},
        {"goldstein_price", 0, 1, 0, -1, 0.05},
    };
    for (const Ending& e : endings) {
        const Trajectory trajectory = path(e.id, e.optimizer, e.start);
        const int last = trajectory.rows() - 1;
        EXPECT_LE(distance(trajectory, last, e.x, e.y), e.radius)
            << e.id << ", start " << e.start << ", " << entry(e.id).optimizers[e.optimizer] << ": ends at ("
            << trajectory.position(last)[0] << ", " << trajectory.position(last)[1] << ")";
    }
}

TEST(Hints, InTheRavinePlainDescentZigZagsAndMomentumIsFaster) {
    const Trajectory plain = path("ravine", 0);
    for (int row = 0; row < 20; ++row) EXPECT_LT(plain.position(row)[1] * plain.position(row + 1)[1], 0) << row;
    EXPECT_LT(path("ravine", 1).losses.back(), plain.losses.back() / 10);
}

TEST(Hints, TheRavinesParameterIsItsConditionNumber) {
    const Formula formula = Formula::parse(entry("ravine").formula).value();
    ASSERT_EQ(formula.parameters().size(), 1U);
    for (const double k : {1.0, 20.0, 50.0}) {
        const FormulaLandscape landscape(formula, {k});
        const TaylorModel model = taylor_model(*landscape.evaluator(), std::array{3.0, -1.0});
        EXPECT_EQ(condition_number(eigensystem(model.hessian).values), k);
    }
}

TEST(Hints, AtTheSaddlePlainDescentWaitsLongest) {
    const auto leaves = [](const Trajectory& trajectory) {
        int row = 0;
        while (row < trajectory.rows() && std::abs(trajectory.position(row)[1]) < 1) ++row;
        return row;
    };
    const int plain = leaves(path("saddle", 0));
    EXPECT_LT(plain, entry("saddle").steps);
    EXPECT_LT(leaves(path("saddle", 1)), plain);
    EXPECT_LT(leaves(path("saddle", 2)), plain);

    const Trajectory waiting = path("flat_saddle", 0);
    EXPECT_LT(distance(waiting, waiting.rows() - 1, 0, 0), 0.3);
    EXPECT_TRUE(path("flat_saddle", 2).left_domain.has_value());
}

TEST(Hints, TheThreeValleysOfTheMonkeySaddleAreAllFound) {
    for (std::size_t start = 0; start < 3; ++start) {
        const Trajectory trajectory = path("monkey_saddle", 0, start);
        const auto end = trajectory.position(trajectory.rows() - 1);
        // Valleys lie at 60°, 180° and 300°.
        const double angle = std::atan2(end[1], end[0]) * 180 / 3.14159265358979;
        EXPECT_NEAR(std::fmod(angle + 360, 120), 60, 3) << start;
        EXPECT_LT(trajectory.losses.back(), -1) << start;
    }
}

TEST(Hints, OnTheCliffOneStepCrossesTheValley) {
    const auto longest = [](const Trajectory& trajectory) {
        double length = 0;
        for (int row = 0; row + 1 < trajectory.rows(); ++row) {
            const auto next = trajectory.position(row + 1);
            length = std::max(length, distance(trajectory, row, next[0], next[1]));
        }
        return length;
    };
    const Trajectory plain = path("cliff", 0);
    EXPECT_GT(longest(plain), 3.5);
    EXPECT_FALSE(plain.left_domain.has_value());
    EXPECT_LT(longest(path("cliff", 2)), 0.5);
}

TEST(Hints, FarOutOnEasomNothingMoves) {
    const Trajectory trajectory = path("easom", 0, 1);
    EXPECT_LT(distance(trajectory, trajectory.rows() - 1, 6.6, 1.2), 0.01);
}

TEST(Hints, EggholderLeadsOutOfItsSquare) {
    EXPECT_TRUE(path("eggholder", 1).left_domain.has_value());
}

TEST(Hints, OnAWashboardPlainDescentIsCaughtByTheFirstRipple) {
    const Trajectory washboard = path("washboard", 0);
    EXPECT_GT(washboard.position(washboard.rows() - 1)[0], 3);
    const Trajectory smoothed = path("washboard_smoothed", 0);
    EXPECT_LT(smoothed.position(smoothed.rows() - 1)[0], 0.6);
}

TEST(Hints, TheFunnelFlingsPlainDescentOutAgain) {
    const Trajectory trajectory = path("log_r2", 0);
    const auto deepest = std::ranges::min_element(trajectory.losses);
    EXPECT_GT(*std::max_element(deepest, trajectory.losses.end()), *deepest + 2);
}

TEST(Hints, BeyondTheHemispheresRimThereIsNoFunction) {
    for (std::size_t optimizer = 0; optimizer < 3; ++optimizer) {
        EXPECT_EQ(path("hemisphere", optimizer).reason, StopReason::undefined);
    }
}

TEST(Hints, OnTheParabolaBothRatesKeepEightyPercent) {
    for (std::size_t optimizer = 0; optimizer < 2; ++optimizer) {
        const Trajectory trajectory = path("parabola", optimizer);
        const double sign = optimizer == 0 ? 1 : -1;
        for (int row = 0; row + 1 < trajectory.rows(); ++row) {
            EXPECT_NEAR(trajectory.position(row + 1)[0], sign * 0.8 * trajectory.position(row)[0], 1e-12);
        }
    }
}

TEST(Hints, TheSlopeOfX2SinXAt3Point6IsMinus14Point8) {
    EXPECT_NEAR(path("x2_sin_x", 0).gradient(0)[0], -14.808, 5e-4);
}

}  // namespace
}  // namespace thalweg
