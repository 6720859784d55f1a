#include "core/optimizer/adadelta.h"

#include <cmath>

#include "core/optimizer/step_gradient.h"

namespace thalweg {

Adadelta::State Adadelta::start(int n) const {
    const VectorXd zero = VectorXd::Zero(n);
    return {.gradient = zero, .mean_square = zero, .mean_square_step = zero};
}

THALWEG_FUSED void Adadelta::step(VectorRef x, Objective& objective, State& state) const {
    auto& [g, v, u] = state;
    step_gradient(x, objective, weight_decay, maximize, g);
    for (Eigen::Index i = 0; i < x.size(); ++i) {
        v[i] = addcmul(v[i] * rho, g[i], g[i], 1.0 - rho);
        const double d = std::sqrt(u[i] + eps) / std::sqrt(v[i] + eps) * g[i];
        u[i] = addcmul(u[i] * rho, d, d, 1.0 - rho);
        x[i] = add(x[i], d, -learning_rate);
    }
}

void Adadelta::work(Working& w, const VectorRef& x, Objective& objective, State state, Eigen::Index i) const {
    objective.gradient(x, state.gradient);
    const double g = w.gradient(x[i], state.gradient[i], weight_decay, maximize);
    double v = state.mean_square[i], u = state.mean_square_step[i];
    v = w.line("v", "{ρ}·{v} + (1 − {ρ})·{g}²", {{"ρ", rho}, {"v", v}, {"g", g}}, rho * v + (1.0 - rho) * g * g);
    const double d = w.line("d", "√({u} + {ε})/√({v} + {ε})·{g}", {{"u", u}, {"ε", eps}, {"v", v}, {"g", g}},
                            std::sqrt(u + eps) / std::sqrt(v + eps) * g);
    w.line("u", "{ρ}·{u} + (1 − {ρ})·{d}²", {{"ρ", rho}, {"u", u}, {"d", d}}, rho * u + (1.0 - rho) * d * d);
    w.line("x", "{x} − {η}·{d}", {{"x", x[i]}, {"η", learning_rate}, {"d", d}}, x[i] - learning_rate * d);
}

}  // namespace thalweg
