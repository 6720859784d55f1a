#include "core/optimizer/adam.h"

#include <algorithm>
#include <cmath>

#include "core/optimizer/step_gradient.h"

namespace thalweg {

Adam::State Adam::start(int n) const {
    const VectorXd zero = VectorXd::Zero(n);
    return {.gradient = zero, .m = zero, .v = zero, .largest_v = zero};
}

void Adam::step(VectorRef x, Objective& objective, State& state) const {
    step_gradient(x, objective, weight_decay, maximize, state.gradient);
    advance(x, state);
}

THALWEG_FUSED void Adam::advance(VectorRef& x, State& state) const {
    state.steps += 1.0;
    const double rate = learning_rate / (1.0 - std::pow(beta1, state.steps));
    const double root_of_correction = std::sqrt(1.0 - std::pow(beta2, state.steps));
    // No two of these overlap: said aloud, it lets the compiler take many coordinates at once.
    double* __restrict to = x.data();
    const double* __restrict g = state.gradient.data();
    double* __restrict m = state.m.data();
    double* __restrict v = state.v.data();
    // So do settings that no write can change, and a loop without a question in it.
    const double b1 = beta1, b2 = beta2, small = eps;
    const Eigen::Index n = x.size();
    for (Eigen::Index i = 0; i < n; ++i) m[i] = add(m[i] * b1, g[i], 1.0 - b1);
    for (Eigen::Index i = 0; i < n; ++i) v[i] = addcmul(v[i] * b2, g[i], g[i], 1.0 - b2);
    if (amsgrad) {
        double* __restrict largest_v = state.largest_v.data();
        for (Eigen::Index i = 0; i < n; ++i) largest_v[i] = std::max(largest_v[i], v[i]);
        v = largest_v;
    }
    for (Eigen::Index i = 0; i < n; ++i)
        to[i] = addcdiv(to[i], m[i], std::sqrt(v[i]) / root_of_correction + small, -rate);
}

void Adam::work(Working& w, const VectorRef& x, Objective& objective, State state, Eigen::Index i) const {
    objective.gradient(x, state.gradient);
    work_advance(w, x[i], w.gradient(x[i], state.gradient[i], weight_decay, maximize), state, i);
}

void Adam::work_advance(Working& w, double x, double g, const State& state, Eigen::Index i) const {
    const double t = state.steps + 1.0;
    double m = state.m[i], v = state.v[i];
    m = w.first_moment(beta1, m, g);
    v = w.second_moment(beta2, v, g);
    m = w.line("m̂", "{m}/(1 − {β₁}^{t})", {{"m", m}, {"β₁", beta1}, {"t", t}}, m / (1.0 - std::pow(beta1, t)));
    if (amsgrad) {
        const double largest = state.largest_v[i];
        v = w.line("V", "max({V}, {v})", {{"V", largest}, {"v", v}}, std::max(largest, v));
        v = w.line("v̂", "{V}/(1 − {β₂}^{t})", {{"V", v}, {"β₂", beta2}, {"t", t}}, v / (1.0 - std::pow(beta2, t)));
    } else {
        v = w.line("v̂", "{v}/(1 − {β₂}^{t})", {{"v", v}, {"β₂", beta2}, {"t", t}}, v / (1.0 - std::pow(beta2, t)));
    }
    w.line("x", "{x} − {η}·{m̂}/(√({v̂}) + {ε})", {{"x", x}, {"η", learning_rate}, {"m̂", m}, {"v̂", v}, {"ε", eps}},
           x - learning_rate * m / (std::sqrt(v) + eps));
}

}  // namespace thalweg
