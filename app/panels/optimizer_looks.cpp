#include "app/panels/optimizer_looks.h"

#include "app/panels/study.h"
#include "app/scene/ensemble.h"

namespace thalweg {

void look_at_optimizer(Session& session, InterfaceState& state, LensKind lens, int row) {
    session.ensemble.optimizer = row;
    if (session.study.lens != lens) toggle_lens(session, state, lens);
}

void choose_own_rates(SweepChoice& sweep, const Scene& scene) {
    sweep.automatic = false;
    const auto& rates = scene.ensemble().rates;
    if (!rates || rates->sweep.runs.empty()) return;
    sweep.from = rates->sweep.runs.front().rate;
    sweep.to = rates->sweep.runs.back().rate;
}

void take_rate(Session& session, const Scene& scene, double rate) {
    const int row = scene.ensemble().optimizers[0];
    if (row < 0 || row >= static_cast<int>(session.optimizers.size())) return;
    Optimizer& optimizer = session.optimizers[static_cast<std::size_t>(row)].optimizer;
    optimizer = with_rate(optimizer, rate);
}

void take_right_rate(Session& session, const Scene& scene) {
    const auto& rates = scene.ensemble().rates;
    if (rates && rates->telling.right) take_rate(session, scene, rates->sweep.runs[*rates->telling.right].rate);
}

}  // namespace thalweg
