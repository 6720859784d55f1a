#include "core/descent/run.h"

#include <gtest/gtest.h>
#include <tbb/global_control.h>

#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/descent/replay.h"
#include "core/landscape/formula_landscape.h"
#include "tests/core/descent/test_landscape.h"

namespace thalweg {
namespace {

using testing::curve;
using testing::HandWritten;
using testing::quadratic;

Optimizer optimizer(std::string_view text) {
    return parse_optimizer(text).value();
}

HandWritten absolute() {
    return curve([](double x) { return std::abs(x); }, [](double x) { return x > 0   ? 1.0
                                                                             : x < 0 ? -1.0
                                                                                     : 0.0; },
                 [](double) { return 0.0; }, false);
}
HandWritten logarithm() {
    return curve([](double x) { return std::log(x); }, [](double x) { return x < 0 ? std::nan("") : 1 / x; },
                 [](double x) { return -1 / (x * x); });
}
HandWritten reciprocal() {
    return curve([](double x) { return 1 / x; }, [](double x) { return -1 / (x * x); },
                 [](double x) { return 2 / (x * x * x); });
}
HandWritten root() {
    return curve([](double x) { return std::sqrt(x); }, [](double x) { return 0.5 / std::sqrt(x); },
                 [](double x) { return -0.25 / (x * std::sqrt(x)); });
}
/// −x², with two terms that cancel until they overflow into ∞ − ∞, which is NaN.
HandWritten overflowing() {
    return curve([](double x) { return std::exp(x) - std::exp(2 * x) / std::exp(x) - x * x; },
                 [](double x) { return -2 * x; }, [](double) { return -2.0; });
}
HandWritten quartic() {
    return curve([](double x) { return x * x * x * x; }, [](double x) { return 4 * x * x * x; },
                 [](double x) { return 12 * x * x; });
}

TEST(StopReason, is_what_the_gradient_the_step_and_the_hessian_say) {
    struct Case {
        std::string what;
        HandWritten landscape;
        std::vector<double> start;
        std::string optimizer;
        StopReason reason;
    };
    using enum StopReason;
    const Case cases[] = {
        {"bowl", quadratic(2, 2), {3, 2}, "sgd lr=0.1", converged},
        {"bowl, from its minimum", quadratic(2, 2), {0, 0}, "adam", converged},
        {"bowl with momentum", quadratic(2, 2), {3, 2}, "sgd lr=0.05 momentum=0.5", converged},
        {"bowl, too few steps", quadratic(2, 2), {3, 2}, "sgd lr=0.0001", out_of_steps},
        {"saddle, along its ridge", quadratic(2, -2), {1, 0}, "sgd lr=0.1", stalled_saddle},
        {"dome, at its top", quadratic(-2, -2), {0, 0}, "sgd lr=0.1", stalled_maximum},
        {"dome, climbed", quadratic(-2, -2), {1, 2}, "sgd lr=0.1 maximize=true", converged},
        {"bowl, climbing from its minimum", quadratic(2, 2), {0, 0}, "sgd lr=0.1 maximize=true", stalled_maximum},
        {"plain", quadratic(0, 0), {3, 2}, "sgd lr=0.1", stalled_plateau},
        {"trough", quadratic(2, 0), {3, 2}, "sgd lr=0.1", stalled_degenerate},
        {"|x| at 0", absolute(), {0}, "sgd lr=0.1", stalled_kink},
        {"|x| beside 0", absolute(), {0.05}, "sgd lr=0.1", out_of_steps},
        {"x⁴, definite until it is reached", quartic(), {0.5}, "sgd lr=0.1", out_of_steps},
        {"bowl, far too large a rate", quadratic(2, 2), {3, 2}, "sgd lr=10", diverged},
        {"∞ − ∞ on the way out", overflowing(), {1}, "sgd lr=10", diverged},
        {"ln x, stepping over 0", logarithm(), {0.5}, "sgd lr=1", undefined},
        {"ln x, undefined at the start", logarithm(), {-1}, "sgd lr=1", undefined},
        {"1/x, infinite at the start", reciprocal(), {0}, "sgd lr=1", undefined},
        {"√x, infinite gradient at the start", root(), {0}, "sgd lr=1", undefined},
        {"not a number at the start", quadratic(2, 2), {std::nan(""), 1}, "sgd", undefined},
    };
    for (const Case& c : cases) {
        const Trajectory trajectory = run(c.landscape, c.start, optimizer(c.optimizer), {.steps = 400});
        EXPECT_EQ(name(trajectory.reason), name(c.reason)) << c.what;
        EXPECT_FALSE(sentence(trajectory.reason, trajectory.rows() - 1).empty());

        const bool defined_at_start = std::isfinite(trajectory.losses[0]) && std::isfinite(trajectory.gradients[0]);
        EXPECT_EQ(trajectory.next_position.empty(), !defined_at_start) << c.what;
        for (int row = 0; row < trajectory.rows() && defined_at_start; ++row) {
            EXPECT_TRUE(std::isfinite(trajectory.losses[static_cast<std::size_t>(row)])) << c.what;
            for (const double g : trajectory.gradient(row)) EXPECT_TRUE(std::isfinite(g)) << c.what;
            for (const double x : trajectory.position(row)) EXPECT_TRUE(std::isfinite(x)) << c.what;
        }
    }
}

TEST(Run, records_the_table_of_the_notes) {
    // x² + y² from (3, 2) with η = 0.1: 3.00 2.00 6.00 4.00 −0.60 −0.40 13.00, then 2.40 1.60 4.80 3.20 −0.48
    // −0.32 8.32.
    const HandWritten bowl = quadratic(2, 2);
    const Trajectory trajectory = run(bowl, std::vector{3.0, 2.0}, optimizer("sgd lr=0.1"), {.steps = 2});
    const double expected[2][7] = {{3, 2, 6, 4, -0.6, -0.4, 13}, {2.4, 1.6, 4.8, 3.2, -0.48, -0.32, 8.32}};
    ASSERT_EQ(trajectory.rows(), 3);
    for (int row = 0; row < 2; ++row) {
        const auto& e = expected[row];
        const std::vector<double> step = trajectory.coming_step(row);
        const double actual[7] = {trajectory.position(row)[0],
                                  trajectory.position(row)[1],
                                  trajectory.gradient(row)[0],
                                  trajectory.gradient(row)[1],
                                  step[0],
                                  step[1],
                                  trajectory.losses[static_cast<std::size_t>(row)]};
        for (int column = 0; column < 7; ++column) EXPECT_NEAR(actual[column], e[column], 1e-15);
        EXPECT_EQ(trajectory.learning_rates[static_cast<std::size_t>(row)], 0.1);
    }
}

TEST(Run, stops_at_the_first_reason_or_takes_every_step) {
    const HandWritten bowl = quadratic(2, 2);
    const Optimizer half = optimizer("sgd lr=0.5");  // reaches the minimum in one step
    const Trajectory early = run(bowl, std::vector{3.0, 2.0}, half, {.steps = 50});
    EXPECT_EQ(early.rows(), 3);  // the start, the minimum, and the step that no longer moves
    EXPECT_EQ(early.reason, StopReason::converged);

    const Trajectory all = run(bowl, std::vector{3.0, 2.0}, half, {.steps = 50, .stop_early = false});
    EXPECT_EQ(all.rows(), 51);
    EXPECT_EQ(all.reason, StopReason::converged);
}

TEST(Run, takes_no_step_when_none_is_asked_for) {
    for (const int steps : {0, -3}) {
        const HandWritten bowl = quadratic(2, 2);
        const Trajectory trajectory = run(bowl, std::vector{3.0, 2.0}, optimizer("sgd lr=0.1"), {.steps = steps});
        EXPECT_EQ(trajectory.rows(), 1);
        EXPECT_EQ(trajectory.reason, StopReason::out_of_steps);
        EXPECT_NEAR(trajectory.coming_step(0)[0], -0.6, 1e-15);
    }
}

TEST(Run, notes_where_it_leaves_the_domain_and_goes_on) {
    const HandWritten saddle = quadratic(2, -2);
    const Box domain{.x0 = -1, .x1 = 1, .y0 = -1, .y1 = 1};
    const auto left = [&](double x, double y) {
        return run(saddle, std::vector{x, y}, optimizer("sgd lr=0.1"), {.steps = 20}, &domain).left_domain;
    };
    EXPECT_EQ(left(0.5, 0.5), 4);  // 0.5 · 1.2⁴ > 1
    EXPECT_EQ(left(0.5, 0), std::nullopt);
    EXPECT_EQ(left(1.5, 0), 0);
    EXPECT_EQ(run(saddle, std::vector{0.5, 0.5}, optimizer("sgd lr=0.1"), {.steps = 20}, &domain).rows(), 21);

    const HandWritten parabola =
        curve([](double x) { return -x * x; }, [](double x) { return -2 * x; }, [](double) { return -2.0; });
    EXPECT_EQ(run(parabola, std::vector{0.5}, optimizer("sgd lr=0.1"), {.steps = 20}, &domain).left_domain, 4);
}

TEST(Run, refuses_a_start_of_another_dimension) {
    const HandWritten bowl = quadratic(2, 2);
    EXPECT_THROW(run(bowl, std::vector{1.0}, {}, {}), std::invalid_argument);
    EXPECT_THROW(run(bowl, std::vector<double>{}, {}, {}), std::invalid_argument);
}

TEST(Run, asks_for_one_gradient_a_step) {
    for (const Optimizer& preset : optimizer_presets()) {
        const bool searches_along_lines = name(preset) == "conjugate_gradient" || name(preset) == "lbfgs";
        if (searches_along_lines) continue;
        const HandWritten bowl = quadratic(2, 5);
        const Trajectory trajectory = run(bowl, std::vector{3.0, 2.0}, preset, {.steps = 100, .stop_early = false});
        EXPECT_LE(bowl.gradients_taken(), trajectory.rows()) << title(preset);
    }
}

TEST(RunAll, gives_the_same_bits_as_one_by_one) {
    std::vector<RunRequest> requests;
    for (const Optimizer& preset : optimizer_presets()) {
        for (int i = 0; i < 8; ++i) requests.push_back({{3.0 - i, 0.1 * i}, preset});
    }
    const HandWritten landscape = quadratic(2, 5);
    const RunSettings settings{.steps = 300};
    const Box domain{.x0 = -1, .x1 = 1, .y0 = -1, .y1 = 1};
    const std::vector<Trajectory> all = run_all(landscape, requests, settings, &domain);
    ASSERT_EQ(all.size(), requests.size());
    for (std::size_t i = 0; i < requests.size(); ++i) {
        EXPECT_EQ(all[i], run(landscape, requests[i].start, requests[i].optimizer, settings, &domain));
    }
    EXPECT_TRUE(run_all(landscape, {}, settings).empty());
}

TEST(RunAll, gives_the_same_bits_on_any_number_of_threads_and_every_time) {
    const FormulaLandscape ackley(
        Formula::parse("-20exp(-0.2sqrt((x^2 + y^2)/2)) - exp((cos(2pi x) + cos(2pi y))/2) + e + 20").value(), {});
    std::vector<RunRequest> requests;
    for (const Optimizer& preset : optimizer_presets()) {
        for (int i = 0; i < 8; ++i) requests.push_back({{3.0 - 0.7 * i, 0.1 * i - 2.0}, preset});
    }
    const auto run_on = [&](std::size_t threads) {
        const tbb::global_control control(tbb::global_control::max_allowed_parallelism, threads);
        return run_all(ackley, requests, {.steps = 500});
    };
    const std::vector<Trajectory> alone = run_on(1);
    EXPECT_EQ(run_on(1), alone);
    EXPECT_EQ(run_on(4), alone);
    EXPECT_EQ(run_on(4), alone);
}

TEST(Replay, passes_through_the_rows_of_the_run_and_tells_the_coming_step) {
    const std::vector<std::string> coordinates = {"x", "y"};
    for (const Optimizer& preset : optimizer_presets()) {
        const HandWritten landscape = quadratic(2, 5);
        const RunRequest request{{3, -2}, preset};
        const Trajectory trajectory = run(landscape, request.start, preset, {.steps = 30});
        for (int row = 0; row < trajectory.rows(); row += 5) {
            const Moment moment = replay(landscape, request, row);
            const auto lines = worked_steps(landscape, request, row, coordinates);
            ASSERT_EQ(lines.size(), 2u);
            for (int i = 0; i < 2; ++i) {
                const auto k = static_cast<std::size_t>(i);
                EXPECT_EQ(moment.x[i], trajectory.position(row)[k]);
                EXPECT_NEAR(lines[k].back().value, trajectory.position(row)[k] + trajectory.coming_step(row)[k], 1e-12);
                EXPECT_EQ(lines[k].back().target, coordinates[k]);
            }
        }
    }
}

TEST(Sentence, is_for_people) {
    EXPECT_EQ(sentence(StopReason::converged, 87), "converged to a minimum after 87 steps");
    EXPECT_EQ(sentence(StopReason::converged, 1, true), "converged to a maximum after 1 step");
    EXPECT_EQ(sentence(StopReason::undefined, 0), "f is not defined at the start");
    EXPECT_EQ(sentence(StopReason::undefined, 4), "walked to where f is not defined after 4 steps");
}

}  // namespace
}  // namespace thalweg
