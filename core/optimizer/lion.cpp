#include "core/optimizer/lion.h"

#include "core/optimizer/step_gradient.h"

namespace thalweg {

Lion::State Lion::start(int n) const {
    return {.gradient = VectorXd::Zero(n), .m = VectorXd::Zero(n)};
}

THALWEG_FUSED void Lion::step(VectorRef x, Objective& objective, State& state) const {
    auto& [g, m] = state;
    step_gradient(x, objective, 0.0, maximize, g);
    x *= 1.0 - learning_rate * weight_decay;
    for (Eigen::Index i = 0; i < x.size(); ++i) {
        x[i] -= learning_rate * sign(m[i] * beta1 + (1.0 - beta1) * g[i]);
        m[i] = m[i] * beta2 + (1.0 - beta2) * g[i];
    }
}

void Lion::work(Working& w, const VectorRef& x, Objective& objective, State state, Eigen::Index i) const {
    objective.gradient(x, state.gradient);
    double here = x[i];
    const double g = w.gradient(here, state.gradient[i], 0.0, maximize);
    if (weight_decay != 0.0) here = w.decay(here, learning_rate, weight_decay);
    const double m = state.m[i];
    const double c =
        w.line("c", "{β₁}·{m} + (1 − {β₁})·{g}", {{"β₁", beta1}, {"m", m}, {"g", g}}, beta1 * m + (1.0 - beta1) * g);
    w.line("m", "{β₂}·{m} + (1 − {β₂})·{g}", {{"β₂", beta2}, {"m", m}, {"g", g}}, beta2 * m + (1.0 - beta2) * g);
    w.line("x", "{x} − {η}·sign({c})", {{"x", here}, {"η", learning_rate}, {"c", c}}, here - learning_rate * sign(c));
}

}  // namespace thalweg
