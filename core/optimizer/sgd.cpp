#include "core/optimizer/sgd.h"

#include "core/optimizer/step_gradient.h"

namespace thalweg {

Sgd::State Sgd::start(int n) const {
    return {.gradient = VectorXd::Zero(n), .velocity = VectorXd::Zero(n)};
}

THALWEG_FUSED void Sgd::step(VectorRef x, Objective& objective, State& state) const {
    auto& [g, b, moving] = state;
    step_gradient(x, objective, weight_decay, maximize, g);
    if (momentum != 0.0) {
        for (Eigen::Index i = 0; i < x.size(); ++i) {
            b[i] = moving ? add(b[i] * momentum, g[i], 1.0 - dampening) : g[i];
            g[i] = nesterov ? add(g[i], b[i], momentum) : b[i];
        }
        moving = true;
    }
    add_to(x, g, -learning_rate);
}

void Sgd::work(Working& w, const VectorRef& x, Objective& objective, State state, Eigen::Index i) const {
    objective.gradient(x, state.gradient);
    const double g = w.gradient(x[i], state.gradient[i], weight_decay, maximize);
    if (momentum == 0.0) {
        w.line("x", "{x} − {η}·{g}", {{"x", x[i]}, {"η", learning_rate}, {"g", g}}, x[i] - learning_rate * g);
        return;
    }
    double b = state.velocity[i];
    if (!state.moving) {
        b = w.line("b", "{g}", {{"g", g}}, g);
    } else if (dampening == 0.0) {
        b = w.line("b", "{μ}·{b} + {g}", {{"μ", momentum}, {"b", b}, {"g", g}}, momentum * b + g);
    } else {
        b = w.line("b", "{μ}·{b} + (1 − {τ})·{g}", {{"μ", momentum}, {"b", b}, {"τ", dampening}, {"g", g}},
                   momentum * b + (1.0 - dampening) * g);
    }
    if (nesterov) {
        w.line("x", "{x} − {η}·({g} + {μ}·{b})",
               {{"x", x[i]}, {"η", learning_rate}, {"g", g}, {"μ", momentum}, {"b", b}},
               x[i] - learning_rate * (g + momentum * b));
    } else {
        w.line("x", "{x} − {η}·{b}", {{"x", x[i]}, {"η", learning_rate}, {"b", b}}, x[i] - learning_rate * b);
    }
}

std::string_view Sgd::title() const {
    if (momentum == 0.0) return "Gradient descent";
    return nesterov ? "Nesterov" : "Momentum";
}

std::string Sgd::conflict() const {
    if (nesterov && (momentum <= 0.0 || dampening != 0.0)) {
        return "nesterov needs momentum above 0 and no dampening: add for example momentum=0.9";
    }
    return {};
}

}  // namespace thalweg
