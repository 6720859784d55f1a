#include "app/panels/study.h"

#include <algorithm>
#include <cmath>

#include "app/panels/selection.h"

namespace thalweg {

std::array<double, 2> study_point(const Session& session, const Scene& scene, const InterfaceState& state) {
    const Study& study = session.study;
    if (study.pinned) return {study.x, study.y};
    if (const Path* path = selected_path(session, scene, state); path != nullptr && path->trajectory.rows() > 0) {
        const auto place = path->trajectory.position(row_shown(session, path->trajectory));
        return {place[0], place[1]};
    }
    if (!session.starts.empty()) {
        const auto last = static_cast<int>(session.starts.size()) - 1;
        const Start& start = session.starts[static_cast<std::size_t>(std::clamp(state.selected_start, 0, last))];
        return {start.x, start.y};
    }
    const Box& domain = session.landscape.domain;
    return {(domain.x0 + domain.x1) / 2, (domain.y0 + domain.y1) / 2};
}

StudyGrips study_grips(const Session& session, const Scene& scene, const InterfaceState& state) {
    const LensRow* lens = find_lens(session.study.lens);
    if (lens == nullptr || lens->grips == LensGrips::nothing || lens->grips == LensGrips::ends) return {};
    const auto point = study_point(session, scene, state);
    if (lens->grips == LensGrips::point) return {.point = point, .tip = {}};
    return {.point = point, .tip = {{point[0] + session.study.dx, point[1] + session.study.dy}}};
}

void pin_study(Study& study, double x, double y) {
    study.pinned = true;
    study.x = x;
    study.y = y;
}

void suit_arm(Study& study, const Box& domain) {
    study.dx = 0.2 * domain.width();
    study.dy = 0.1 * domain.height();
}

void toggle_lens(Session& session, InterfaceState& state, LensKind kind) {
    Study& study = session.study;
    study.lens = study.lens == kind ? LensKind::none : kind;
    if (study.lens == LensKind::none) return;
    state.show_steps_table = state.show_stationary_table = false;
    // An arm made for another domain may be too long or too short to be held.
    const Box& domain = session.landscape.domain;
    const double size = std::min(domain.width(), domain.height());
    const double length = std::hypot(study.dx, study.dy);
    if (!(length > 0.01 * size && length < size)) suit_arm(study, domain);
}

}  // namespace thalweg
