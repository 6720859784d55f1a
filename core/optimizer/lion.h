#pragma once

#include <string_view>

#include "core/optimizer/common_settings.h"
#include "core/optimizer/objective.h"
#include "core/optimizer/working.h"

namespace thalweg {

/// Lion: steps of the same length in every coordinate, in the direction of a sign.
///   x <- x * (1 - lr * weight_decay) - lr * sign(b1 m + (1-b1) g),   m <- b2 m + (1-b2) g
/// Chen et al., 2023, Algorithm 2, with its defaults.
struct Lion {
    static constexpr std::string_view keyword = "lion";
    static constexpr bool elementwise = true;  ///< moves each coordinate by its own partial derivatives alone

    double learning_rate = 1e-4;
    double beta1 = 0.9;
    double beta2 = 0.99;
    double weight_decay = 0.0;
    bool maximize = false;

    struct State {
        VectorXd gradient, m;
    };
    State start(int n) const;

    void step(VectorRef x, Objective& objective, State& state) const;
    void work(Working& working, const VectorRef& x, Objective& objective, State state, Eigen::Index i) const;
    std::string_view title() const { return "Lion"; }

    void describe(auto&& visit) {
        visit(learning_rate, common::learning_rate);
        Setting direction = common::beta1, memory = common::beta1;
        direction.help = "The share of the memory in a step's direction; the rest is the gradient's.";
        visit(beta1, direction);
        memory.name = "beta2";
        memory.symbol = "β₂";
        visit(beta2, memory);
        visit(weight_decay, common::weight_decay);
        visit(maximize, common::maximize);
    }

    bool operator==(const Lion&) const = default;
};

}  // namespace thalweg
