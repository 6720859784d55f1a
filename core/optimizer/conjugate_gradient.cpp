#include "core/optimizer/conjugate_gradient.h"

#include <algorithm>

namespace thalweg {

ConjugateGradient::State ConjugateGradient::start(int n) const {
    const VectorXd zero = VectorXd::Zero(n);
    return {.gradient = zero, .previous_gradient = zero, .direction = zero, .line_search = StrongWolfe(n)};
}

void ConjugateGradient::step(VectorRef x, Objective& objective, State& state) const {
    VectorXd &g = state.gradient, &previous = state.previous_gradient, &d = state.direction;
    const double f = objective.gradient(x, g);
    const double square = previous.squaredNorm();
    state.beta = state.moving && square > 0.0 ? std::max(0.0, (g.squaredNorm() - g.dot(previous)) / square) : 0.0;
    d = state.beta * d - g;
    double slope = g.dot(d);
    if (!(slope < 0.0)) {
        state.beta = 0.0;
        d = -g;
        slope = -g.squaredNorm();
    }
    previous = g;
    state.moving = true;
    state.t = 0.0;
    if (!(slope < 0.0)) return;
    // The bracket may shrink as far as numbers go: near a minimum steps are short, and nothing else ends the run.
    const WolfeConditions conditions{.c1 = c1, .c2 = c2, .tolerance_change = 0.0};
    state.t = state.line_search.search(x, d, learning_rate, f, g, slope, objective, conditions).t;
    x += state.t * d;
}

void ConjugateGradient::work(Working& w, const VectorRef& x, Objective& objective, State state, Eigen::Index i) const {
    objective.gradient(x, state.gradient);
    const double g = w.gradient(x[i], state.gradient[i], 0.0, false);
    const double d_before = state.direction[i];
    VectorXd after = x;
    step(after, objective, state);
    const double beta = w.line("b", "max(0, ∇f·(∇f − ∇f₋)/‖∇f₋‖²)", {}, state.beta);
    const double d = w.line("d", "−{g} + {b}·{d}", {{"g", g}, {"b", beta}, {"d", d_before}}, beta * d_before - g);
    const double t = w.line("t", "line search", {}, state.t);
    w.line("x", "{x} + {t}·{d}", {{"x", x[i]}, {"t", t}, {"d", d}}, x[i] + t * d);
}

std::string ConjugateGradient::conflict() const {
    return c1 < c2 ? "" : "c1 must be smaller than c2";
}

}  // namespace thalweg
