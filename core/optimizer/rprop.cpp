#include "core/optimizer/rprop.h"

#include <algorithm>

#include "core/optimizer/step_gradient.h"

namespace thalweg {

Rprop::State Rprop::start(int n) const {
    const VectorXd zero = VectorXd::Zero(n);
    return {.gradient = zero, .previous_gradient = zero, .step_size = VectorXd::Constant(n, learning_rate)};
}

void Rprop::step(VectorRef x, Objective& objective, State& state) const {
    auto& [g, previous, d] = state;
    step_gradient(x, objective, 0.0, maximize, g);
    for (Eigen::Index i = 0; i < x.size(); ++i) {
        const double agreement = g[i] * previous[i];
        if (agreement > 0.0) d[i] *= etaplus;
        if (agreement < 0.0) {
            d[i] *= etaminus;
            g[i] = 0.0;
        }
        // Not std::clamp: the bounds may be the wrong way round while a slider is dragged.
        d[i] = std::min(std::max(d[i], step_min), step_max);
        x[i] -= sign(g[i]) * d[i];
        previous[i] = g[i];
    }
}

void Rprop::work(Working& w, const VectorRef& x, Objective& objective, State state, Eigen::Index i) const {
    objective.gradient(x, state.gradient);
    double g = w.gradient(x[i], state.gradient[i], 0.0, maximize);
    const double s =
        w.line("s", "{g}·{g₋}", {{"g", g}, {"g₋", state.previous_gradient[i]}}, g * state.previous_gradient[i]);
    const double before = state.step_size[i], factor = s > 0.0 ? etaplus : s < 0.0 ? etaminus : 1.0;
    const double d = std::min(std::max(before * factor, step_min), step_max);
    if (s == 0.0) {
        w.line("Δ", "min(max({Δ}, {Δmin}), {Δmax})", {{"Δ", before}, {"Δmin", step_min}, {"Δmax", step_max}}, d);
    } else {
        const std::string_view rule =
            s > 0.0 ? "min(max({η⁺}·{Δ}, {Δmin}), {Δmax})" : "min(max({η⁻}·{Δ}, {Δmin}), {Δmax})";
        w.line("Δ", rule, {{s > 0.0 ? "η⁺" : "η⁻", factor}, {"Δ", before}, {"Δmin", step_min}, {"Δmax", step_max}}, d);
    }
    if (s < 0.0) g = w.line("g", "0", {}, 0.0);
    w.line("x", "{x} − sign({g})·{Δ}", {{"x", x[i]}, {"g", g}, {"Δ", d}}, x[i] - sign(g) * d);
}

std::string Rprop::conflict() const {
    return step_min > step_max ? "step_min must not be larger than step_max" : "";
}

}  // namespace thalweg
