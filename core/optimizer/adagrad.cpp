#include "core/optimizer/adagrad.h"

#include <cmath>

#include "core/optimizer/step_gradient.h"

namespace thalweg {

Adagrad::State Adagrad::start(int n) const {
    return {.gradient = VectorXd::Zero(n), .sum = VectorXd::Constant(n, initial_accumulator_value)};
}

THALWEG_FUSED void Adagrad::step(VectorRef x, Objective& objective, State& state) const {
    auto& [g, s, steps] = state;
    step_gradient(x, objective, weight_decay, maximize, g);
    const double rate = learning_rate / (1.0 + steps * lr_decay);
    for (Eigen::Index i = 0; i < x.size(); ++i) {
        s[i] = addcmul(s[i], g[i], g[i], 1.0);
        x[i] = addcdiv(x[i], g[i], std::sqrt(s[i]) + eps, -rate);
    }
    steps += 1.0;
}

void Adagrad::work(Working& w, const VectorRef& x, Objective& objective, State state, Eigen::Index i) const {
    objective.gradient(x, state.gradient);
    const double g = w.gradient(x[i], state.gradient[i], weight_decay, maximize);
    double s = state.sum[i];
    s = w.line("s", "{s} + {g}²", {{"s", s}, {"g", g}}, s + g * g);
    const double root = std::sqrt(s) + eps;
    if (lr_decay == 0.0) {
        w.line("x", "{x} − {η}·{g}/(√({s}) + {ε})", {{"x", x[i]}, {"η", learning_rate}, {"g", g}, {"s", s}, {"ε", eps}},
               x[i] - learning_rate * g / root);
        return;
    }
    const double t = state.steps + 1.0;
    const double rate = w.line("ηₜ", "{η}/(1 + ({t} − 1)·{γ})", {{"η", learning_rate}, {"t", t}, {"γ", lr_decay}},
                               learning_rate / (1.0 + (t - 1.0) * lr_decay));
    w.line("x", "{x} − {ηₜ}·{g}/(√({s}) + {ε})", {{"x", x[i]}, {"ηₜ", rate}, {"g", g}, {"s", s}, {"ε", eps}},
           x[i] - rate * g / root);
}

}  // namespace thalweg
