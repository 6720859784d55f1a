#include "core/optimizer/radam.h"

#include <cmath>

#include "core/optimizer/step_gradient.h"

namespace thalweg {

RAdam::State RAdam::start(int n) const {
    const VectorXd zero = VectorXd::Zero(n);
    return {.gradient = zero, .m = zero, .v = zero};
}

double RAdam::rho(double t) const {
    const double power = std::pow(beta2, t);
    return 2.0 / (1.0 - beta2) - 1.0 - 2.0 * t * power / (1.0 - power);
}

double RAdam::rectification(double rho_t) const {
    const double limit = 2.0 / (1.0 - beta2) - 1.0;
    return std::sqrt((rho_t - 4.0) * (rho_t - 2.0) * limit / ((limit - 4.0) * (limit - 2.0) * rho_t));
}

THALWEG_FUSED void RAdam::step(VectorRef x, Objective& objective, State& state) const {
    auto& [g, m, v, t] = state;
    step_gradient(x, objective, decoupled_weight_decay ? 0.0 : weight_decay, maximize, g);
    if (decoupled_weight_decay) x *= 1.0 - learning_rate * weight_decay;
    t += 1.0;
    const double correction1 = 1.0 - std::pow(beta1, t);
    const double root_of_correction2 = std::sqrt(1.0 - std::pow(beta2, t));
    const double rho_t = rho(t);
    for (Eigen::Index i = 0; i < x.size(); ++i) {
        m[i] = add(m[i] * beta1, g[i], 1.0 - beta1);
        v[i] = addcmul(v[i] * beta2, g[i], g[i], 1.0 - beta2);
        double d = m[i] / correction1 * learning_rate;
        // torch divides a number by a tensor by way of the tensor's reciprocal.
        if (rho_t > 5.0) d = d * (1.0 / (std::sqrt(v[i]) + eps) * root_of_correction2) * rectification(rho_t);
        x[i] -= d;
    }
}

void RAdam::work(Working& w, const VectorRef& x, Objective& objective, State state, Eigen::Index i) const {
    objective.gradient(x, state.gradient);
    double here = x[i];
    const double g = w.gradient(here, state.gradient[i], decoupled_weight_decay ? 0.0 : weight_decay, maximize);
    if (decoupled_weight_decay) here = w.decay(here, learning_rate, weight_decay);
    const double t = state.steps + 1.0;
    double m = state.m[i], v = state.v[i];
    m = w.first_moment(beta1, m, g);
    v = w.second_moment(beta2, v, g);
    m = w.line("m̂", "{m}/(1 − {β₁}^{t})", {{"m", m}, {"β₁", beta1}, {"t", t}}, m / (1.0 - std::pow(beta1, t)));
    const double limit = w.line("ρ∞", "2/(1 − {β₂}) − 1", {{"β₂", beta2}}, 2.0 / (1.0 - beta2) - 1.0);
    const double rho_t =
        w.line("ρ", "{ρ∞} − 2·{t}·{β₂}^{t}/(1 − {β₂}^{t})", {{"ρ∞", limit}, {"t", t}, {"β₂", beta2}}, rho(t));
    if (rho_t <= 5.0) {
        w.line("x", "{x} − {η}·{m̂}", {{"x", here}, {"η", learning_rate}, {"m̂", m}}, here - learning_rate * m);
        return;
    }
    const double r = w.line("r", "√(({ρ} − 4)·({ρ} − 2)·{ρ∞}/(({ρ∞} − 4)·({ρ∞} − 2)·{ρ}))",
                            {{"ρ", rho_t}, {"ρ∞", limit}}, rectification(rho_t));
    w.line("x", "{x} − {η}·{m̂}·{r}·√(1 − {β₂}^{t})/(√({v}) + {ε})",
           {{"x", here}, {"η", learning_rate}, {"m̂", m}, {"r", r}, {"β₂", beta2}, {"t", t}, {"v", v}, {"ε", eps}},
           here - learning_rate * m * r * std::sqrt(1.0 - std::pow(beta2, t)) / (std::sqrt(v) + eps));
}

}  // namespace thalweg
