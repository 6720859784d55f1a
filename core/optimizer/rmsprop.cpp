#include "core/optimizer/rmsprop.h"

#include <cmath>

#include "core/optimizer/step_gradient.h"

namespace thalweg {

RMSprop::State RMSprop::start(int n) const {
    const VectorXd zero = VectorXd::Zero(n);
    return {.gradient = zero, .mean_square = zero, .mean = zero, .velocity = zero};
}

THALWEG_FUSED void RMSprop::step(VectorRef x, Objective& objective, State& state) const {
    auto& [g, v, a, b] = state;
    step_gradient(x, objective, weight_decay, maximize, g);
    for (Eigen::Index i = 0; i < x.size(); ++i) {
        v[i] = addcmul(v[i] * alpha, g[i], g[i], 1.0 - alpha);
        double variance = v[i];
        if (centered) {
            a[i] = add(a[i] * alpha, g[i], 1.0 - alpha);
            variance = addcmul(v[i], a[i], a[i], -1.0);
        }
        const double d = std::sqrt(variance) + eps;
        if (momentum > 0.0) {
            b[i] = addcdiv(b[i] * momentum, g[i], d, 1.0);
            x[i] = add(x[i], b[i], -learning_rate);
        } else {
            x[i] = addcdiv(x[i], g[i], d, -learning_rate);
        }
    }
}

void RMSprop::work(Working& w, const VectorRef& x, Objective& objective, State state, Eigen::Index i) const {
    objective.gradient(x, state.gradient);
    const double g = w.gradient(x[i], state.gradient[i], weight_decay, maximize);
    double v = state.mean_square[i], a = state.mean[i], b = state.velocity[i];
    v = w.line("v", "{α}·{v} + (1 − {α})·{g}²", {{"α", alpha}, {"v", v}, {"g", g}}, alpha * v + (1.0 - alpha) * g * g);
    double d = 0.0;
    if (centered) {
        a = w.line("a", "{α}·{a} + (1 − {α})·{g}", {{"α", alpha}, {"a", a}, {"g", g}}, alpha * a + (1.0 - alpha) * g);
        d = w.line("d", "√({v} − {a}²) + {ε}", {{"v", v}, {"a", a}, {"ε", eps}}, std::sqrt(v - a * a) + eps);
    } else {
        d = w.line("d", "√({v}) + {ε}", {{"v", v}, {"ε", eps}}, std::sqrt(v) + eps);
    }
    if (momentum > 0.0) {
        b = w.line("b", "{μ}·{b} + {g}/{d}", {{"μ", momentum}, {"b", b}, {"g", g}, {"d", d}}, momentum * b + g / d);
        w.line("x", "{x} − {η}·{b}", {{"x", x[i]}, {"η", learning_rate}, {"b", b}}, x[i] - learning_rate * b);
    } else {
        w.line("x", "{x} − {η}·{g}/{d}", {{"x", x[i]}, {"η", learning_rate}, {"g", g}, {"d", d}},
               x[i] - learning_rate * g / d);
    }
}

}  // namespace thalweg
