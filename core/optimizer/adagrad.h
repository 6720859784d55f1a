#pragma once

#include <string_view>

#include "core/optimizer/common_settings.h"
#include "core/optimizer/objective.h"
#include "core/optimizer/working.h"

namespace thalweg {

/// Adagrad: each coordinate has its own rate, which shrinks with the gradients it has seen.
///   s <- s + g*g,   x <- x - lr / (1 + (t-1) lr_decay) * g / (sqrt(s) + eps)
/// Duchi, Hazan & Singer, 2011; defaults and order of operations as torch.optim.Adagrad.
struct Adagrad {
    static constexpr std::string_view keyword = "adagrad";
    static constexpr bool elementwise = true;  ///< moves each coordinate by its own partial derivatives alone

    double learning_rate = 1e-2;
    double lr_decay = 0.0;
    double weight_decay = 0.0;
    double initial_accumulator_value = 0.0;
    double eps = 1e-10;
    bool maximize = false;

    struct State {
        VectorXd gradient, sum;  ///< sum: of squared gradients
        double steps = 0.0;      ///< taken so far
    };
    State start(int n) const;

    void step(VectorRef x, Objective& objective, State& state) const;
    void work(Working& working, const VectorRef& x, Objective& objective, State state, Eigen::Index i) const;
    std::string_view title() const { return "Adagrad"; }

    void describe(auto&& visit) {
        visit(learning_rate, common::learning_rate);
        visit(lr_decay, Setting{.name = "lr_decay",
                                .symbol = "γ",
                                .help = "Lets the rate fall as 1/(1 + γ(t − 1)).",
                                .maximum = 0.1,
                                .limits = common::not_negative});
        visit(weight_decay, common::weight_decay);
        visit(initial_accumulator_value, Setting{.name = "initial_accumulator_value",
                                                 .symbol = "s₀",
                                                 .help = "Where the sum of squared gradients starts.",
                                                 .limits = common::not_negative});
        visit(eps, common::eps);
        visit(maximize, common::maximize);
    }

    bool operator==(const Adagrad&) const = default;
};

}  // namespace thalweg
