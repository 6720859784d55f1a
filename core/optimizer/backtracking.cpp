#include "core/optimizer/backtracking.h"

#include <cmath>

namespace thalweg {

Backtracking::State Backtracking::start(int n) const {
    return {.gradient = VectorXd::Zero(n), .trial = VectorXd::Zero(n)};
}

void Backtracking::step(VectorRef x, Objective& objective, State& state) const {
    auto& [g, trial, shortenings] = state;
    const double f = objective.gradient(x, g);
    const double square = g.squaredNorm();
    double t = learning_rate;
    for (shortenings = 0; shortenings < max_trials; ++shortenings) {
        trial = x - t * g;
        if (objective.value(trial) <= f - c * t * square) {
            x = trial;
            return;
        }
        t *= rho;
    }
}

void Backtracking::work(Working& w, const VectorRef& x, Objective& objective, State state, Eigen::Index i) const {
    objective.gradient(x, state.gradient);
    const double g = w.gradient(x[i], state.gradient[i], 0.0, false);
    VectorXd after = x;
    step(after, objective, state);
    const bool found = state.shortenings < max_trials;
    const double k = w.line("k", "number of shortenings", {}, state.shortenings);
    const double t = found ? w.line("t", "{η}·{ρ}^{k}", {{"η", learning_rate}, {"ρ", rho}, {"k", k}},
                                    learning_rate * std::pow(rho, k))
                           : w.line("t", "0", {}, 0.0);
    w.line("x", "{x} − {t}·{g}", {{"x", x[i]}, {"t", t}, {"g", g}}, x[i] - t * g);
}

}  // namespace thalweg
