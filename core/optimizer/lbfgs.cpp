#include "core/optimizer/lbfgs.h"

#include <algorithm>
#include <cmath>

#include "core/optimizer/step_gradient.h"

namespace thalweg {

Lbfgs::State Lbfgs::start(int n) const {
    const VectorXd zero = VectorXd::Zero(n);
    const int columns = std::max(1, history_size);
    const VectorXd numbers = VectorXd::Zero(columns);
    const MatrixXd ring = MatrixXd::Zero(n, columns);
    return {.gradient = zero,
            .previous_gradient = zero,
            .direction = zero,
            .s = ring,
            .y = ring,
            .rho = numbers,
            .alpha = numbers,
            .line_search = StrongWolfe(n)};
}

void Lbfgs::remember(State& state) const {
    // y and s go to where the next column would be; they count only if the curvature along s is positive.
    const Eigen::Index next = (state.oldest + state.pairs) % state.s.cols();
    const bool full = state.pairs == state.s.cols();
    double ys = 0.0, yy = 0.0;
    for (Eigen::Index i = 0; i < state.gradient.size(); ++i) {
        const double y = state.gradient[i] - state.previous_gradient[i];
        ys += y * (state.direction[i] * state.t);
        yy += y * y;
    }
    if (!(ys > 1e-10)) return;
    state.y.col(next) = state.gradient - state.previous_gradient;
    state.s.col(next) = state.direction * state.t;
    state.rho[next] = 1.0 / ys;
    state.scale = ys / yy;
    if (full) {
        state.oldest = (state.oldest + 1) % state.s.cols();
    } else {
        ++state.pairs;
    }
}

void Lbfgs::find_direction(State& state) {
    const auto column = [&](Eigen::Index age) { return (state.oldest + age) % state.s.cols(); };
    VectorXd& q = state.direction;
    q = -state.gradient;
    for (Eigen::Index age = state.pairs - 1; age >= 0; --age) {
        const Eigen::Index c = column(age);
        state.alpha[c] = state.s.col(c).dot(q) * state.rho[c];
        add_to(q, state.y.col(c), -state.alpha[c]);
    }
    q *= state.scale;
    for (Eigen::Index age = 0; age < state.pairs; ++age) {
        const Eigen::Index c = column(age);
        const double beta = state.y.col(c).dot(q) * state.rho[c];
        add_to(q, state.s.col(c), state.alpha[c] - beta);
    }
}

void Lbfgs::step(VectorRef x, Objective& objective, State& state) const {
    VectorXd& g = state.gradient;
    VectorXd& d = state.direction;
    double f = objective.gradient(x, g);
    int evaluations = 1;
    const int most_evaluations = max_eval > 0 ? max_eval : max_iter * 5 / 4;
    if (g.cwiseAbs().maxCoeff() <= tolerance_grad) return;

    for (int iteration = 1; iteration <= max_iter; ++iteration) {
        ++state.iterations;
        if (state.iterations == 1) {
            d = -g;
        } else {
            remember(state);
            find_direction(state);
        }
        state.previous_gradient = g;
        const double f_before = f;
        state.t = state.iterations == 1 ? std::min(1.0, 1.0 / g.cwiseAbs().sum()) * learning_rate : learning_rate;

        const double slope = g.dot(d);
        if (slope > -tolerance_change) break;

        if (line_search_fn == LineSearch::strong_wolfe) {
            const LineTrial& found = state.line_search.search(x, d, state.t, f, g, slope, objective, {});
            state.t = found.t;
            f = found.value;
            g = found.gradient;
            add_to(x, d, state.t);
            evaluations += state.line_search.evaluations();
        } else {
            add_to(x, d, state.t);
            // After the last iteration nobody asks for the gradient here: the next step will.
            if (iteration == max_iter) break;
            f = objective.gradient(x, g);
            ++evaluations;
        }

        if (evaluations >= most_evaluations) break;
        if (g.cwiseAbs().maxCoeff() <= tolerance_grad) break;
        if ((d * state.t).cwiseAbs().maxCoeff() <= tolerance_change) break;
        if (std::abs(f - f_before) < tolerance_change) break;
    }
}

void Lbfgs::work(Working& w, const VectorRef& x, Objective& objective, State state, Eigen::Index i) const {
    objective.gradient(x, state.gradient);
    w.gradient(x[i], state.gradient[i], 0.0, false);
    VectorXd after = x;
    const int before = state.iterations;
    step(after, objective, state);
    if (state.iterations == before + 1 && after != x) {
        const double d = w.line("d", "−H⁻¹·∇f", {}, state.direction[i]);
        const double t = w.line("t", line_search_fn == LineSearch::none ? "η" : "line search", {}, state.t);
        w.line("x", "{x} + {t}·{d}", {{"x", x[i]}, {"t", t}, {"d", d}}, x[i] + t * d);
        return;
    }
    const double change = w.line("Δ", "inner iterations", {}, after[i] - x[i]);
    w.line("x", "{x} + {Δ}", {{"x", x[i]}, {"Δ", change}}, x[i] + change);
}

}  // namespace thalweg
