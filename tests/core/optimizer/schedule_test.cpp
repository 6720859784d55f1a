#include "core/optimizer/schedule.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "core/optimizer/optimizer.h"
#include "core/setting/keyword_text.h"
#include "tests/core/optimizer/test_objectives.h"

namespace thalweg {
namespace {

Scheduled at(const std::string& schedule, double base, int k) {
    return scheduled({parse_schedule(schedule).value()}, base, k);
}

TEST(Schedule, gives_the_rates_of_its_definition) {
    struct Case {
        std::string schedule;
        std::vector<std::pair<int, double>> rates;  ///< for a base of 1
    };
    const std::vector<Case> cases = {
        {"step step_size=10 gamma=0.5", {{0, 1}, {9, 1}, {10, 0.5}, {29, 0.25}, {30, 0.125}}},
        {"exponential gamma=0.5", {{0, 1}, {1, 0.5}, {10, 0x1p-10}}},
        {"cosine_annealing T_max=20 eta_min=0.2", {{0, 1}, {10, 0.6}, {20, 0.2}, {30, 0.6}, {40, 1}}},
        {"cosine_annealing_warm_restarts T_0=10", {{0, 1}, {5, 0.5}, {10, 1}, {15, 0.5}, {100, 1}}},
        {"cosine_annealing_warm_restarts T_0=10 T_mult=2", {{5, 0.5}, {10, 1}, {20, 0.5}, {30, 1}, {50, 0.5}, {70, 1}}},
        {"linear start_factor=0.5 end_factor=1 total_iters=4", {{0, 0.5}, {2, 0.75}, {4, 1}, {100, 1}}},
        {"cyclic base_lr=0.1 max_lr=0.5 step_size_up=4", {{0, 0.1}, {2, 0.3}, {4, 0.5}, {6, 0.3}, {8, 0.1}, {12, 0.5}}},
        {"cyclic base_lr=0.1 max_lr=0.5 step_size_up=2 step_size_down=4", {{0, 0.1}, {2, 0.5}, {4, 0.3}, {6, 0.1}}},
        {"cyclic base_lr=0 max_lr=1 step_size_up=4 mode=triangular2", {{4, 1}, {12, 0.5}, {20, 0.25}}},
        {"cyclic base_lr=0 max_lr=1 step_size_up=4 mode=exp_range gamma=0.5", {{4, 0x1p-4}, {2, 0x1p-3}}},
        {"one_cycle max_lr=1 total_steps=41 pct_start=0.5 anneal_strategy=linear div_factor=10 final_div_factor=10",
         {{0, 0.1}, {40, 0.01}, {41, 0.01}, {1000, 0.01}}},
        {"one_cycle max_lr=1 total_steps=22 pct_start=0.5 div_factor=10", {{0, 0.1}, {5, 0.55}, {10, 1}}},
        {"one_cycle max_lr=1 total_steps=44 pct_start=0.25 three_phase=true div_factor=10 final_div_factor=10",
         {{0, 0.1}, {10, 1}, {20, 0.1}, {43, 0.01}}},
    };
    for (const auto& [schedule, rates] : cases) {
        for (const auto& [k, rate] : rates) {
            EXPECT_NEAR(at(schedule, 1.0, k).learning_rate, rate, 1e-15) << schedule << " at step " << k;
        }
    }
}

TEST(Schedule, cycles_momentum_against_the_rate) {
    const std::string cyclic = "cyclic step_size_up=4 base_momentum=0.5 max_momentum=0.75";
    EXPECT_NEAR(at(cyclic, 1.0, 0).momentum.value(), 0.75, 1e-15);
    EXPECT_NEAR(at(cyclic, 1.0, 4).momentum.value(), 0.5, 1e-15);
    EXPECT_FALSE(at(cyclic + " cycle_momentum=false", 1.0, 4).momentum);
    const std::string one_cycle = "one_cycle total_steps=22 pct_start=0.5";
    EXPECT_NEAR(at(one_cycle, 1.0, 0).momentum.value(), 0.95, 1e-15);
    EXPECT_NEAR(at(one_cycle, 1.0, 10).momentum.value(), 0.85, 1e-15);
    EXPECT_FALSE(at("step", 1.0, 4).momentum);
}

TEST(Scheduled, follows_the_last_schedule_that_has_begun) {
    const std::vector<Schedule> schedules = {parse_schedule("exponential gamma=0.5 after=2").value(),
                                             parse_schedule("linear start_factor=0.25 total_iters=2 after=5").value()};
    const std::vector<double> expected = {1, 1, 1, 0.5, 0.25, 0.25, 0.625, 1, 1};
    for (int k = 0; k < 9; ++k) {
        EXPECT_EQ(scheduled(schedules, 1.0, k).learning_rate, expected[static_cast<std::size_t>(k)]) << k;
    }
}

TEST(Schedule, is_finite_and_not_negative_for_every_setting_at_either_end_of_its_slider) {
    for (const Schedule& each : EachOf<Schedule>::at_defaults()) {
        Schedule original = each;
        const std::size_t count = chosen_fields(original).size();
        for (std::size_t i = 0; i < count; ++i) {
            for (const bool upper : {false, true}) {
                Schedule changed = each;
                const Field field = chosen_fields(changed)[i];
                const double end = upper ? field.setting.maximum : field.setting.minimum;
                if (auto* const* number = std::get_if<double*>(&field.place)) **number = end;
                if (auto* const* number = std::get_if<int*>(&field.place)) **number = static_cast<int>(end);
                if (!keyword_problem(changed).empty()) continue;
                for (int k = 0; k < 500; ++k) {
                    const double rate = scheduled({changed}, 0.1, k).learning_rate;
                    EXPECT_TRUE(std::isfinite(rate) && rate >= 0.0) << to_text(changed) << " at " << k << ": " << rate;
                }
            }
        }
    }
}

TEST(Stepper, tells_the_rate_of_its_next_step) {
    Stepper stepper(parse_optimizer("sgd lr=0.5 | schedule exponential gamma=0.5").value(), 1);
    testing::Quadratic bowl({1});
    VectorXd x{{1.0}};
    for (const double rate : {0.5, 0.25, 0.125}) {
        EXPECT_EQ(stepper.learning_rate(), rate);
        const double before = x[0];
        stepper.step(x, bowl);
        EXPECT_EQ(x[0], before - rate * before);
    }
}

TEST(Clip, shortens_or_clamps) {
    VectorXd g{{3, -4}};
    ClipNorm{.max_norm = 10}.apply(g);
    EXPECT_EQ(g, (VectorXd{{3, -4}}));
    ClipNorm{.max_norm = 1}.apply(g);
    EXPECT_NEAR((g - VectorXd{{0.6, -0.8}}).norm(), 0.0, 1e-6);
    VectorXd h{{3, -0.25}};
    ClipValue{.clip_value = 0.5}.apply(h);
    EXPECT_EQ(h, (VectorXd{{0.5, -0.25}}));
}

TEST(Noise, is_standard_normal_times_sigma_and_depends_on_seed_step_and_coordinate_alone) {
    constexpr int steps = 5000, n = 4;
    double sum = 0.0, squares = 0.0, fourths = 0.0, products = 0.0;
    for (int step = 0; step < steps; ++step) {
        VectorXd g = VectorXd::Zero(n), again = VectorXd::Zero(n), other_seed = VectorXd::Zero(n);
        GaussianNoise{.sigma = 2.0, .seed = 3}.apply(g, step);
        GaussianNoise{.sigma = 2.0, .seed = 3}.apply(again, step);
        GaussianNoise{.sigma = 2.0, .seed = 4}.apply(other_seed, step);
        EXPECT_EQ(g, again);
        EXPECT_NE(g[0], other_seed[0]);
        EXPECT_NE(g[0], g[1]);
        sum += g.sum();
        squares += g.squaredNorm();
        fourths += g.array().pow(4).sum();
        products += g[0] * g[1] + g[1] * other_seed[1];
    }
    // Means of 20,000 numbers, each within five standard errors.
    const double count = steps * n, error = 5.0 / std::sqrt(count);
    EXPECT_NEAR(sum / count, 0.0, 2.0 * error);
    EXPECT_NEAR(squares / count, 4.0, 4.0 * std::sqrt(2.0) * error);
    EXPECT_NEAR(fourths / count, 48.0, 16.0 * std::sqrt(96.0) * error);
    EXPECT_NEAR(products / (2.0 * steps), 0.0, 4.0 * 5.0 / std::sqrt(2.0 * steps));
}

}  // namespace
}  // namespace thalweg
