#include "app/panels/nudge.h"

#include <algorithm>
#include <cmath>

#include "app/panels/study.h"
#include "app/scene/curve.h"

namespace thalweg {
namespace {

using On = const ActionTargets&;

void nudge_start(On on, double dx, double dy) {
    if (on.session.starts.empty()) return;
    const auto last = static_cast<int>(on.session.starts.size()) - 1;
    Start& start = on.session.starts[static_cast<std::size_t>(std::clamp(on.state.selected_start, 0, last))];
    start.x += dx;
    start.y += dy;
}

/// False where the open lens has no such thing to be taken hold of.
bool nudge_study(On on, double dx, double dy) {
    const StudyGrips grips = study_grips(on.session, on.scene, on.state);
    if (on.state.nudged == Nudged::study_point && grips.point) {
        pin_study(on.session.study, (*grips.point)[0] + dx, (*grips.point)[1] + dy);
        return true;
    }
    if (on.state.nudged == Nudged::study_tip && grips.tip) {
        on.session.study.dx += dx;
        on.session.study.dy += dy;
        return true;
    }
    return false;
}

}  // namespace

void nudge(On on, int right, int up) {
    if (on.state.blindfolded) {
        const bool fine = std::abs(right) + std::abs(up) == 1;
        const auto sign = [](int amount) { return (amount > 0) - (amount < 0); };
        on.state.blind_step = {
            .count = on.state.blind_step.count + 1, .right = sign(right), .up = sign(up), .fine = fine};
        return;
    }
    const Box& domain = on.session.landscape.domain;
    const double dx = 0.001 * right * domain.width();
    const double dy = is_curve(on.scene.landscape()) ? 0 : 0.001 * up * domain.height();
    if (!nudge_study(on, dx, dy)) nudge_start(on, dx, dy);
}

}  // namespace thalweg
