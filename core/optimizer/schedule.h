#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/setting/setting.h"

namespace thalweg {

/// What a schedule sets before a step.
struct Scheduled {
    double learning_rate = 0.0;
    std::optional<double> momentum;  ///< by those that cycle momentum too: momentum, or beta1 for the Adam family
};

namespace common {
constexpr Setting after{
    .name = "after", .help = "The step with which this schedule begins.", .maximum = 1000, .limits = {.low = 0.0}};
constexpr Setting eta_min{.name = "eta_min",
                          .symbol = "η₀",
                          .help = "The rate at the bottom of the wave.",
                          .maximum = 0.1,
                          .limits = {.low = 0.0}};
constexpr Setting cycle_momentum{.name = "cycle_momentum",
                                 .help = "Lets momentum (beta1 for the Adam family) fall while the rate rises."};
constexpr Setting base_momentum{.name = "base_momentum",
                                .help = "Momentum where the rate is highest.",
                                .limits = {.low = 0.0, .high = 1.0, .open_high = true}};
constexpr Setting max_momentum{.name = "max_momentum",
                               .help = "Momentum where the rate is lowest.",
                               .limits = {.low = 0.0, .high = 1.0, .open_high = true}};
constexpr Setting max_lr{.name = "max_lr",
                         .help = "The rate at the top.",
                         .minimum = 1e-5,
                         .maximum = 1.0,
                         .scale = Scale::logarithmic,
                         .limits = {.low = 0.0}};
}  // namespace common

// Each schedule gives the rate of step k, counted from 0 where the schedule begins; base is the optimizer's own lr.
// Names, keys and defaults as torch.optim.lr_scheduler; what torch requires has a default here.

/// base · gamma^⌊k / step_size⌋
struct StepSchedule {
    static constexpr std::string_view keyword = "step";
    int step_size = 30;
    double gamma = 0.1;
    int after = 0;

    Scheduled at(double base, int k) const;
    void describe(auto&& visit) {
        visit(step_size, Setting{.name = "step_size",
                                 .help = "Steps between two falls.",
                                 .minimum = 1,
                                 .maximum = 500,
                                 .limits = {.low = 1.0}});
        visit(gamma,
              Setting{.name = "gamma", .symbol = "γ", .help = "The factor of each fall.", .limits = {.low = 0.0}});
        visit(after, common::after);
    }
    bool operator==(const StepSchedule&) const = default;
};

/// base · gamma^k
struct ExponentialSchedule {
    static constexpr std::string_view keyword = "exponential";
    double gamma = 0.98;
    int after = 0;

    Scheduled at(double base, int k) const;
    void describe(auto&& visit) {
        visit(gamma, Setting{.name = "gamma",
                             .symbol = "γ",
                             .help = "The factor from step to step.",
                             .minimum = 0.8,
                             .limits = {.low = 0.0}});
        visit(after, common::after);
    }
    bool operator==(const ExponentialSchedule&) const = default;
};

/// eta_min + (base - eta_min) (1 + cos(π k / T_max)) / 2; beyond T_max the wave goes up again.
/// Loshchilov & Hutter, 2017.
struct CosineAnnealing {
    static constexpr std::string_view keyword = "cosine_annealing";
    int T_max = 200;
    double eta_min = 0.0;
    int after = 0;

    Scheduled at(double base, int k) const;
    void describe(auto&& visit) {
        visit(T_max, Setting{.name = "T_max",
                             .help = "Steps from the top to the bottom.",
                             .minimum = 1,
                             .maximum = 1000,
                             .limits = {.low = 1.0}});
        visit(eta_min, common::eta_min);
        visit(after, common::after);
    }
    bool operator==(const CosineAnnealing&) const = default;
};

/// The first half of the wave only, again and again: T_0 steps long, then T_0 T_mult, T_0 T_mult², …
/// Loshchilov & Hutter, 2017.
struct CosineAnnealingWarmRestarts {
    static constexpr std::string_view keyword = "cosine_annealing_warm_restarts";
    int T_0 = 50;
    int T_mult = 1;
    double eta_min = 0.0;
    int after = 0;

    Scheduled at(double base, int k) const;
    void describe(auto&& visit) {
        visit(T_0, Setting{.name = "T_0",
                           .help = "Steps before the first restart.",
                           .minimum = 1,
                           .maximum = 500,
                           .limits = {.low = 1.0}});
        visit(T_mult, Setting{.name = "T_mult",
                              .help = "How much longer each stretch is than the one before.",
                              .minimum = 1,
                              .maximum = 4,
                              .limits = {.low = 1.0}});
        visit(eta_min, common::eta_min);
        visit(after, common::after);
    }
    bool operator==(const CosineAnnealingWarmRestarts&) const = default;
};

/// Up from max_lr / div_factor to max_lr during the share pct_start of all steps, then down to the first rate divided
/// by final_div_factor; three_phase comes down to the first rate as fast as it went up, then falls on. Stays at its
/// end. Smith & Topin, 2018.
struct OneCycle {
    static constexpr std::string_view keyword = "one_cycle";
    enum class Anneal { cos, linear };

    double max_lr = 0.1;
    int total_steps = 200;
    double pct_start = 0.3;
    Anneal anneal_strategy = Anneal::cos;
    bool cycle_momentum = true;
    double base_momentum = 0.85;
    double max_momentum = 0.95;
    double div_factor = 25.0;
    double final_div_factor = 1e4;
    bool three_phase = false;
    int after = 0;

    Scheduled at(double base, int k) const;
    void describe(auto&& visit) {
        visit(max_lr, common::max_lr);
        visit(total_steps, Setting{.name = "total_steps",
                                   .help = "Steps of the whole cycle.",
                                   .minimum = 2,
                                   .maximum = 1000,
                                   .limits = {.low = 2.0}});
        visit(pct_start, Setting{.name = "pct_start",
                                 .help = "The share of the steps that goes up.",
                                 .limits = {.low = 0.0, .high = 1.0}});
        visit(
            anneal_strategy,
            Setting{.name = "anneal_strategy", .help = "The shape of the ways up and down.", .choices = "cos|linear"});
        visit(cycle_momentum, common::cycle_momentum);
        visit(base_momentum, common::base_momentum);
        visit(max_momentum, common::max_momentum);
        visit(div_factor, Setting{.name = "div_factor",
                                  .help = "The first rate is max_lr divided by this.",
                                  .minimum = 1.0,
                                  .maximum = 100.0,
                                  .limits = {.low = 0.0, .open_low = true}});
        visit(final_div_factor, Setting{.name = "final_div_factor",
                                        .help = "The last rate is the first divided by this.",
                                        .minimum = 1.0,
                                        .maximum = 1e5,
                                        .scale = Scale::logarithmic,
                                        .limits = {.low = 0.0, .open_low = true}});
        visit(three_phase, Setting{.name = "three_phase", .help = "Adds a last phase for the final fall."});
        visit(after, common::after);
    }
    bool operator==(const OneCycle&) const = default;
};

/// Up from base_lr to max_lr in step_size_up steps and down in step_size_down (0: as many), again and again;
/// triangular2 halves the height after each cycle, exp_range multiplies it by gamma every step. Smith, 2017.
struct Cyclic {
    static constexpr std::string_view keyword = "cyclic";
    enum class Mode { triangular, triangular2, exp_range };

    double base_lr = 1e-3;
    double max_lr = 0.1;
    int step_size_up = 2000;
    int step_size_down = 0;
    Mode mode = Mode::triangular;
    double gamma = 1.0;
    bool cycle_momentum = true;
    double base_momentum = 0.8;
    double max_momentum = 0.9;
    int after = 0;

    Scheduled at(double base, int k) const;
    void describe(auto&& visit) {
        visit(base_lr, Setting{.name = "base_lr",
                               .help = "The rate at the bottom.",
                               .minimum = 1e-5,
                               .maximum = 1.0,
                               .scale = Scale::logarithmic,
                               .limits = {.low = 0.0}});
        visit(max_lr, common::max_lr);
        visit(step_size_up, Setting{.name = "step_size_up",
                                    .help = "Steps of a way up.",
                                    .minimum = 1,
                                    .maximum = 2000,
                                    .limits = {.low = 1.0}});
        visit(step_size_down, Setting{.name = "step_size_down",
                                      .help = "Steps of a way down; 0 is as many as up.",
                                      .maximum = 2000,
                                      .limits = {.low = 0.0}});
        visit(mode, Setting{.name = "mode",
                            .help = "How the height changes from cycle to cycle.",
                            .choices = "triangular|triangular2|exp_range"});
        visit(gamma, Setting{.name = "gamma",
                             .symbol = "γ",
                             .help = "The factor of exp_range from step to step.",
                             .minimum = 0.9,
                             .limits = {.low = 0.0}});
        visit(cycle_momentum, common::cycle_momentum);
        visit(base_momentum, common::base_momentum);
        visit(max_momentum, common::max_momentum);
        visit(after, common::after);
    }
    bool operator==(const Cyclic&) const = default;
};

/// base times a factor that goes from start_factor to end_factor in total_iters steps and stays there.
struct LinearSchedule {
    static constexpr std::string_view keyword = "linear";
    double start_factor = 1.0 / 3.0;
    double end_factor = 1.0;
    int total_iters = 5;
    int after = 0;

    Scheduled at(double base, int k) const;
    void describe(auto&& visit) {
        visit(start_factor, Setting{.name = "start_factor",
                                    .help = "The first factor.",
                                    .limits = {.low = 0.0, .high = 1.0, .open_low = true}});
        visit(end_factor,
              Setting{.name = "end_factor", .help = "The last factor.", .limits = {.low = 0.0, .high = 1.0}});
        visit(total_iters, Setting{.name = "total_iters",
                                   .help = "Steps from the first to the last factor.",
                                   .minimum = 1,
                                   .maximum = 500,
                                   .limits = {.low = 1.0}});
        visit(after, common::after);
    }
    bool operator==(const LinearSchedule&) const = default;
};

/// How the learning rate changes from step to step.
using Schedule = std::variant<StepSchedule, ExponentialSchedule, CosineAnnealing, CosineAnnealingWarmRestarts, OneCycle,
                              Cyclic, LinearSchedule>;

/// Reads "step step_size=30 gamma=0.5".
std::expected<Schedule, std::string> parse_schedule(std::string_view text);
std::string to_text(const Schedule& schedule);

/// What the schedules set for step k (from 0) of a run: the last one that has begun decides. Before the first begins,
/// the rate is base.
Scheduled scheduled(const std::vector<Schedule>& schedules, double base, int k);

}  // namespace thalweg
