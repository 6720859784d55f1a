#pragma once

#include <string_view>

#include "core/optimizer/common_settings.h"
#include "core/optimizer/objective.h"
#include "core/optimizer/working.h"

namespace thalweg {

/// Gradient descent that shortens each step until it descends enough.
///   t <- lr;   while f(x - t g) > f(x) - c t |g|^2: t <- rho t;   x <- x - t g
/// After max_trials shortenings x stays. Where f is undefined the step is too long.
/// Armijo, 1966; Nocedal & Wright, Algorithm 3.1.
struct Backtracking {
    static constexpr std::string_view keyword = "backtracking";

    double learning_rate = 1.0;
    double rho = 0.5;
    double c = 1e-4;

    static constexpr int max_trials = 60;

    struct State {
        VectorXd gradient, trial;
        int shortenings = 0;  ///< in the last step
    };
    State start(int n) const;

    void step(VectorRef x, Objective& objective, State& state) const;
    void work(Working& working, const VectorRef& x, Objective& objective, State state, Eigen::Index i) const;
    std::string_view title() const { return "Backtracking"; }

    void describe(auto&& visit) {
        Setting longest = common::learning_rate;
        longest.help = "The length that each step tries first.";
        longest.maximum = 10.0;
        visit(learning_rate, longest);
        visit(rho, Setting{.name = "rho",
                           .symbol = "ρ",
                           .help = "Shortens a step that descends too little.",
                           .minimum = 0.1,
                           .maximum = 0.9,
                           .limits = {.low = 0.0, .high = 1.0, .open_low = true, .open_high = true}});
        visit(c, Setting{.name = "c",
                         .symbol = "c",
                         .help = "The share of the descent promised by the slope that a step must keep.",
                         .minimum = 1e-6,
                         .maximum = 0.5,
                         .scale = Scale::logarithmic,
                         .limits = {.low = 0.0, .high = 1.0, .open_high = true}});
    }

    bool operator==(const Backtracking&) const = default;
};

}  // namespace thalweg
