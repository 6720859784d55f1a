#include "app/lenses/rate_looks.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

#include "app/panels/optimizer_looks.h"
#include "app/panels/widgets.h"
#include "app/scene/ensemble.h"

namespace thalweg {

double sign_of_runs(const LensSubject& subject) {
    const auto& list = subject.session.optimizers;
    const auto row = static_cast<std::size_t>(std::max(subject.scene.ensemble().optimizers[0], 0));
    return row < list.size() && maximizes(list[row].optimizer) ? -1.0 : 1.0;
}

double best_loss(std::span<const double> losses, double sign) {
    double best = sign * std::numeric_limits<double>::infinity();
    for (const double loss : losses)
        if (sign * loss < sign * best) best = loss;
    return best;
}

double best_of_settled(const Sweep& sweep, double sign) {
    std::vector<double> losses;
    for (const RateRun& run : sweep.runs)
        if (run.verdict != RateVerdict::diverges) losses.push_back(best_loss(run.trajectory.losses, sign));
    if (losses.empty()) losses.push_back(sweep.runs.front().trajectory.losses.front());
    return best_loss(losses, sign);
}

void draw_take_rate(Panel& panel, double rate) {
    ImGui::SameLine(ImGui::GetWindowContentRegionMax().x - panel.px(64));
    if (text_button(panel, "Take it")) take_rate(panel.session, panel.scene, rate);
    tooltip(panel, "Gives this rate to the optimizer in the list");
}

}  // namespace thalweg
