#include "core/optimizer/newton.h"

#include <cmath>

namespace thalweg {
namespace {

void work_along(Working& w, double x, double rate, std::string_view rule, const Curvature& curvature, Eigen::Index i) {
    w.gradient(x, curvature.gradient[i], 0.0, false);
    const double d = w.line("d", rule, {}, curvature.direction[i]);
    w.line("x", "{x} + {η}·{d}", {{"x", x}, {"η", rate}, {"d", d}}, x + rate * d);
}

}  // namespace

void Newton::step(VectorRef x, Objective& objective, State& state) const {
    state.solve(x, objective, [this](double eigenvalue) { return eigenvalue + damping; });
    x += learning_rate * state.direction;
}

void Newton::work(Working& w, const VectorRef& x, Objective& objective, State state, Eigen::Index i) const {
    VectorXd after = x;
    step(after, objective, state);
    work_along(w, x[i], learning_rate, damping == 0.0 ? "−H⁻¹·∇f" : "−(H + δI)⁻¹·∇f", state, i);
}

void SaddleFreeNewton::step(VectorRef x, Objective& objective, State& state) const {
    state.solve(x, objective, [this](double eigenvalue) { return std::abs(eigenvalue) + damping; });
    x += learning_rate * state.direction;
}

void SaddleFreeNewton::work(Working& w, const VectorRef& x, Objective& objective, State state, Eigen::Index i) const {
    VectorXd after = x;
    step(after, objective, state);
    work_along(w, x[i], learning_rate, damping == 0.0 ? "−|H|⁻¹·∇f" : "−(|H| + δI)⁻¹·∇f", state, i);
}

}  // namespace thalweg
