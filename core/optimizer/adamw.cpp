#include "core/optimizer/adamw.h"

#include "core/optimizer/step_gradient.h"

namespace thalweg {

void AdamW::step(VectorRef x, Objective& objective, State& state) const {
    step_gradient(x, objective, 0.0, maximize, state.gradient);
    x *= 1.0 - learning_rate * weight_decay;
    advance(x, state);
}

void AdamW::work(Working& w, const VectorRef& x, Objective& objective, State state, Eigen::Index i) const {
    objective.gradient(x, state.gradient);
    const double g = w.gradient(x[i], state.gradient[i], 0.0, maximize);
    work_advance(w, w.decay(x[i], learning_rate, weight_decay), g, state, i);
}

}  // namespace thalweg
