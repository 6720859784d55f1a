#include "core/descent/stability.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "core/optimizer/linear_step.h"
#include "tests/core/descent/test_landscape.h"

namespace thalweg {
namespace {

using testing::quadratic;

RunRequest request(const std::string& text, double x = 1.0, double y = 1.0) {
    return {.start = {x, y}, .optimizer = parse_optimizer(text).value()};
}

StabilityRow row_of(const Landscape& landscape, const RunRequest& request, int row) {
    StabilityWalk walk(landscape, request);
    walk.extend(row + 1);
    EXPECT_EQ(walk.unbounded(), "");
    return walk.rows().back();
}

/// |x| along the axis of the largest curvature: the farthest from row `from` on.
double farthest(const Landscape& landscape, const RunRequest& request, int from, int steps) {
    const Trajectory run =
        thalweg::run(landscape, request.start, request.optimizer, {.steps = steps, .stop_early = false});
    double far = 0;
    for (int row = std::min(from, run.rows() - 1); row < run.rows(); ++row) {
        far = std::max(far, std::abs(run.position(row)[0]));
    }
    return far;
}

TEST(Stability, of_plain_descent_is_the_learning_rate_times_the_curvature) {
    const auto bowl = quadratic(10, 1);
    struct Case {
        std::string rate;
        Stability verdict;
    };
    for (const auto& [rate, verdict] :
         {Case{"0.05", Stability::settles}, Case{"0.15", Stability::bounces}, Case{"0.25", Stability::diverges}}) {
        const RunRequest wanted = request("sgd lr=" + rate);
        const StabilityRow row = row_of(bowl, wanted, 0);
        EXPECT_EQ(row.verdict, verdict) << rate;
        EXPECT_DOUBLE_EQ(row.sharpness, 10.0);
        EXPECT_DOUBLE_EQ(row.effective, 10.0);
        EXPECT_DOUBLE_EQ(row.bounces_beyond * row.learning_rate, 1.0);
        EXPECT_DOUBLE_EQ(row.diverges_beyond * row.learning_rate, 2.0);

        // And so it goes.
        const Trajectory run = thalweg::run(bowl, wanted.start, wanted.optimizer, {.steps = 12});
        const double first = run.position(1)[0], second = run.position(2)[0];
        EXPECT_EQ(first < 0, verdict != Stability::settles);
        EXPECT_EQ(std::abs(second) > std::abs(first), verdict == Stability::diverges);
    }
}

/// Methods whose divisors hardly change, so that theory is nearly exact; the rate is appended.
const std::vector<std::string> steady = {
    "sgd",
    "sgd momentum=0.9",
    "sgd momentum=0.5 dampening=0.3",
    "sgd momentum=0.9 nesterov=true",
    "sgd weight_decay=0.5",
    "adagrad initial_accumulator_value=1000000",
    "rmsprop eps=1000",
    "rmsprop eps=1000 momentum=0.8",
    "adadelta eps=1000",
    "adam eps=1000",
    "adam eps=1000 amsgrad=true weight_decay=0.5",
    "adam eps=1000 beta1=0.5",
    "adamax eps=1000",
    "nadam eps=1000 momentum_decay=10",
    "radam beta2=0.5 eps=1000",
};

TEST(Stability, bounds_every_method_with_a_rate_where_runs_begin_to_grow) {
    const auto bowl = quadratic(10, 1);
    constexpr int late = 3000;
    constexpr double near = 1e-20;  // so that no divisor notices even growing swings
    for (const std::string& method : steady) {
        // The ratio is proportional to the rate.
        const StabilityRow tiny = row_of(bowl, request(method + " lr=0.000001", near, near), late);
        const double edge = 1e-6 * tiny.diverges_beyond / tiny.effective;
        const auto at = [&](double share) {
            return request(method + " lr=" + fmt::format("{}", share * edge), near, near);
        };
        EXPECT_EQ(row_of(bowl, at(0.998), late).verdict, Stability::bounces) << method;
        StabilityWalk beyond(bowl, at(1.002));
        beyond.extend(late);
        EXPECT_GT(std::ranges::count(beyond.rows().subspan(40), Stability::diverges, &StabilityRow::verdict), 0)
            << method;
        EXPECT_LT(farthest(bowl, at(0.998), late, late), 0.1 * near) << method;
        EXPECT_GT(farthest(bowl, at(1.002), 0, late), 100 * near) << method;
    }
}

TEST(Stability, says_when_steps_begin_to_change_sides) {
    const auto bowl = quadratic(10, 10);
    for (const std::string& method : steady) {
        const StabilityRow tiny = row_of(bowl, request(method + " lr=0.000001", 1e-3, 1e-3), 3000);
        const double edge = 1e-6 * tiny.bounces_beyond / tiny.effective;
        for (const double share : {0.9, 1.1}) {
            const RunRequest wanted = request(method + " lr=" + fmt::format("{}", share * edge), 1e-3, 1e-3);
            StabilityWalk walk(bowl, wanted);
            walk.extend(3000);
            EXPECT_EQ(walk.rows()[2999].verdict, share < 1 ? Stability::settles : Stability::bounces) << method;
            // Plain descent is at the minimum too soon to be counted.
            if (method.contains("momentum=0.9") || method == "adam eps=1000") {
                const Trajectory run =
                    thalweg::run(bowl, wanted.start, wanted.optimizer, {.steps = 200, .stop_early = false});
                int changes = 0;
                for (int k = 101; k <= 200; ++k) changes += run.position(k)[0] * run.position(k - 1)[0] < 0 ? 1 : 0;
                EXPECT_EQ(changes > 50, share > 1) << method << ' ' << changes;
            }
        }
    }
}

TEST(Stability, of_adam_has_the_bound_of_the_literature_once_its_averages_are_old) {
    const auto bowl = quadratic(10, 1);
    const StabilityRow row = row_of(bowl, request("adam lr=0.01"), 2000);
    EXPECT_NEAR(row.diverges_beyond, 38 / 0.01, 1e-6);
    EXPECT_NEAR(row.bounces_beyond, 19 / 0.01, 1e-6);
    EXPECT_NEAR(row_of(bowl, request("sgd lr=0.01 momentum=0.9"), 5).diverges_beyond, 3.8 / 0.01, 1e-9);
    EXPECT_NEAR(row_of(bowl, request("sgd lr=0.01 momentum=0.9 nesterov=true"), 5).diverges_beyond, 3.8 / 2.8 / 0.01,
                1e-9);
}

TEST(Stability, knows_when_memory_swings) {
    // Critically damped where lr·λ = (1 − √μ)²; with μ = 0.25 that is 0.25.
    const auto bowl = quadratic(10, 10);
    EXPECT_FALSE(row_of(bowl, request("sgd lr=0.0249 momentum=0.25"), 0).swings);
    EXPECT_TRUE(row_of(bowl, request("sgd lr=0.0251 momentum=0.25"), 0).swings);
    EXPECT_FALSE(row_of(bowl, request("sgd lr=0.05"), 0).swings);
}

TEST(Stability, feels_each_coordinate_through_its_own_divisor) {
    // Adagrad's first step divides each slope by its own size: curvature 10 at x = 1 and 1 at y = 1 count as 1 both.
    const StabilityRow row = row_of(quadratic(10, 1), request("adagrad lr=0.1"), 0);
    EXPECT_DOUBLE_EQ(row.sharpness, 10.0);
    EXPECT_NEAR(row.effective, 1.0, 1e-9);
}

TEST(Stability, follows_schedules_and_clipping_and_climbs) {
    const auto bowl = quadratic(10, 1);
    const RunRequest falling = request("sgd lr=0.25 | schedule step step_size=5 gamma=0.5");
    EXPECT_EQ(row_of(bowl, falling, 4).verdict, Stability::diverges);
    EXPECT_EQ(row_of(bowl, falling, 5).verdict, Stability::bounces);
    EXPECT_EQ(row_of(bowl, falling, 10).verdict, Stability::settles);

    const StabilityRow clipped = row_of(bowl, request("sgd lr=0.25 | clip norm max_norm=1"), 0);
    EXPECT_TRUE(clipped.clipped);
    EXPECT_EQ(clipped.verdict, Stability::settles) << "a step of length 0.25 from (1, 1)";
    EXPECT_NEAR(clipped.effective, 10 / std::hypot(10, 1), 1e-5);

    const auto hill = quadratic(-10, -1);
    EXPECT_DOUBLE_EQ(row_of(hill, request("sgd lr=0.25 maximize=true"), 0).sharpness, 10.0);
    EXPECT_EQ(row_of(hill, request("sgd lr=0.25 maximize=true"), 0).verdict, Stability::diverges);
    EXPECT_EQ(row_of(hill, request("sgd lr=0.25"), 0).verdict, Stability::settles) << "nothing to bounce off";
}

TEST(Stability, says_in_words_why_a_method_has_no_bound) {
    const auto bowl = quadratic(10, 1);
    for (const std::string_view name : optimizer_names()) {
        StabilityWalk walk(bowl, request(std::string(name)));
        walk.extend(3);
        EXPECT_EQ(walk.rows().empty(), !walk.unbounded().empty()) << name;
    }
    for (const std::string method : {"rprop", "lion", "backtracking", "conjugate_gradient", "lbfgs", "newton",
                                     "saddle_free_newton", "lbfgs line_search_fn=strong_wolfe"}) {
        StabilityWalk walk(bowl, request(method));
        walk.extend(3);
        EXPECT_TRUE(walk.unbounded().ends_with('.')) << method;
    }
}

TEST(Stability, grows_with_a_run_without_beginning_again) {
    const auto bowl = quadratic(10, 1);
    StabilityWalk walk(bowl, request("adam lr=0.1"));
    walk.extend(5);
    const int taken = bowl.gradients_taken();
    walk.extend(5);
    EXPECT_EQ(bowl.gradients_taken(), taken);
    walk.extend(20);
    StabilityWalk whole(bowl, request("adam lr=0.1"));
    whole.extend(20);
    ASSERT_EQ(walk.rows().size(), whole.rows().size());
    for (std::size_t i = 0; i < 20; ++i) EXPECT_EQ(walk.rows()[i].effective, whole.rows()[i].effective);
}

}  // namespace
}  // namespace thalweg
