#include "core/optimizer/nadam.h"

#include <cmath>

#include "core/optimizer/step_gradient.h"

namespace thalweg {

NAdam::State NAdam::start(int n) const {
    const VectorXd zero = VectorXd::Zero(n);
    return {.gradient = zero, .m = zero, .v = zero};
}

double NAdam::mu(double t) const {
    return beta1 * (1.0 - 0.5 * std::pow(0.96, t * momentum_decay));
}

THALWEG_FUSED void NAdam::step(VectorRef x, Objective& objective, State& state) const {
    auto& [g, m, v, mu_product, t] = state;
    step_gradient(x, objective, decoupled_weight_decay ? 0.0 : weight_decay, maximize, g);
    if (decoupled_weight_decay) x *= 1.0 - learning_rate * weight_decay;
    t += 1.0;
    const double correction = 1.0 - std::pow(beta2, t);
    const double now = mu(t), next = mu(t + 1.0);
    mu_product *= now;
    const double rate_of_g = -learning_rate * (1.0 - now) / (1.0 - mu_product);
    const double rate_of_m = -learning_rate * next / (1.0 - mu_product * next);
    for (Eigen::Index i = 0; i < x.size(); ++i) {
        m[i] = add(m[i] * beta1, g[i], 1.0 - beta1);
        v[i] = addcmul(v[i] * beta2, g[i], g[i], 1.0 - beta2);
        const double d = std::sqrt(v[i] / correction) + eps;
        x[i] = addcdiv(x[i], g[i], d, rate_of_g);
        x[i] = addcdiv(x[i], m[i], d, rate_of_m);
    }
}

void NAdam::work(Working& w, const VectorRef& x, Objective& objective, State state, Eigen::Index i) const {
    objective.gradient(x, state.gradient);
    double here = x[i];
    const double g = w.gradient(here, state.gradient[i], decoupled_weight_decay ? 0.0 : weight_decay, maximize);
    if (decoupled_weight_decay) here = w.decay(here, learning_rate, weight_decay);
    const double t = state.steps + 1.0;
    double m = state.m[i], v = state.v[i];
    m = w.first_moment(beta1, m, g);
    v = w.second_moment(beta2, v, g);
    const double now =
        w.line("μ", "{β₁}·(1 − 0.96^({t}·{ψ})/2)", {{"β₁", beta1}, {"t", t}, {"ψ", momentum_decay}}, mu(t));
    const double next = w.line("μ₊", "{β₁}·(1 − 0.96^(({t} + 1)·{ψ})/2)",
                               {{"β₁", beta1}, {"t", t}, {"ψ", momentum_decay}}, mu(t + 1.0));
    const double product = w.line("P", "{P}·{μ}", {{"P", state.mu_product}, {"μ", now}}, state.mu_product * now);
    v = w.line("v̂", "{v}/(1 − {β₂}^{t})", {{"v", v}, {"β₂", beta2}, {"t", t}}, v / (1.0 - std::pow(beta2, t)));
    const double d = w.line("d", "(1 − {μ})/(1 − {P})·{g} + {μ₊}/(1 − {P}·{μ₊})·{m}",
                            {{"μ", now}, {"P", product}, {"g", g}, {"μ₊", next}, {"m", m}},
                            (1.0 - now) / (1.0 - product) * g + next / (1.0 - product * next) * m);
    w.line("x", "{x} − {η}·{d}/(√({v̂}) + {ε})", {{"x", here}, {"η", learning_rate}, {"d", d}, {"v̂", v}, {"ε", eps}},
           here - learning_rate * d / (std::sqrt(v) + eps));
}

}  // namespace thalweg
