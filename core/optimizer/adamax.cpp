#include "core/optimizer/adamax.h"

#include <algorithm>
#include <cmath>

#include "core/optimizer/step_gradient.h"

namespace thalweg {

Adamax::State Adamax::start(int n) const {
    const VectorXd zero = VectorXd::Zero(n);
    return {.gradient = zero, .m = zero, .u = zero};
}

THALWEG_FUSED void Adamax::step(VectorRef x, Objective& objective, State& state) const {
    auto& [g, m, u, t] = state;
    step_gradient(x, objective, weight_decay, maximize, g);
    t += 1.0;
    const double rate = learning_rate / (1.0 - std::pow(beta1, t));
    for (Eigen::Index i = 0; i < x.size(); ++i) {
        m[i] = add(m[i] * beta1, g[i], 1.0 - beta1);
        u[i] = std::max(u[i] * beta2, std::abs(g[i]) + eps);
        x[i] = addcdiv(x[i], m[i], u[i], -rate);
    }
}

void Adamax::work(Working& w, const VectorRef& x, Objective& objective, State state, Eigen::Index i) const {
    objective.gradient(x, state.gradient);
    const double g = w.gradient(x[i], state.gradient[i], weight_decay, maximize);
    const double t = state.steps + 1.0;
    double m = state.m[i], u = state.u[i];
    m = w.first_moment(beta1, m, g);
    u = w.line("u", "max({β₂}·{u}, |{g}| + {ε})", {{"β₂", beta2}, {"u", u}, {"g", g}, {"ε", eps}},
               std::max(beta2 * u, std::abs(g) + eps));
    m = w.line("m̂", "{m}/(1 − {β₁}^{t})", {{"m", m}, {"β₁", beta1}, {"t", t}}, m / (1.0 - std::pow(beta1, t)));
    w.line("x", "{x} − {η}·{m̂}/{u}", {{"x", x[i]}, {"η", learning_rate}, {"m̂", m}, {"u", u}},
           x[i] - learning_rate * m / u);
}

}  // namespace thalweg
