#pragma once

#include <string_view>

#include "core/optimizer/common_settings.h"
#include "core/optimizer/objective.h"
#include "core/optimizer/working.h"

namespace thalweg {

/// Adam: first and second moment estimates with bias correction.
///   m <- b1 m + (1-b1) g,   v <- b2 v + (1-b2) g*g,   m^ = m / (1 - b1^t),   v^ = v / (1 - b2^t)
///   x <- x - lr * m^ / (sqrt(v^) + eps);   amsgrad puts the largest v so far in the place of v
/// Kingma & Ba, 2015, Algorithm 1; Reddi et al., 2018; defaults and order of operations as torch.optim.Adam.
struct Adam {
    static constexpr std::string_view keyword = "adam";
    static constexpr bool elementwise = true;  ///< moves each coordinate by its own partial derivatives alone

    double learning_rate = 1e-3;
    double beta1 = 0.9;
    double beta2 = 0.999;
    double eps = 1e-8;
    double weight_decay = 0.0;
    bool amsgrad = false;
    bool maximize = false;

    struct State {
        VectorXd gradient, m, v, largest_v;
        double steps = 0.0;  ///< taken so far
    };
    State start(int n) const;

    void step(VectorRef x, Objective& objective, State& state) const;
    void work(Working& working, const VectorRef& x, Objective& objective, State state, Eigen::Index i) const;
    std::string_view title() const { return "Adam"; }

    /// The step along state.gradient, whatever it holds: the part that AdamW has in common.
    void advance(VectorRef& x, State& state) const;
    void work_advance(Working& working, double x, double g, const State& state, Eigen::Index i) const;

    void describe(auto&& visit) {
        common::describe_moments(*this, visit);
        visit(amsgrad, common::amsgrad);
        visit(maximize, common::maximize);
    }

    bool operator==(const Adam&) const = default;
};

}  // namespace thalweg
