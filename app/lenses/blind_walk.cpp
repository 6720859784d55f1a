#include "app/lenses/blind_walk.h"

#include <algorithm>
#include <cmath>

#include "app/panels/selection.h"
#include "app/scene/run_titles.h"
#include "app/view/world.h"

namespace thalweg {

void BlindWalk::begin(const Place& at, const Box& domain) {
    places_ = {at};
    domain_ = domain;
}

bool BlindWalk::step_to(const Place& to) {
    const Place& from = place();
    const Veil seen = veil();
    const double share = std::hypot((to[0] - from[0]) / seen.radius_x, (to[1] - from[1]) / seen.radius_y);
    const bool inside = to[0] >= domain_.x0 && to[0] <= domain_.x1 && to[1] >= domain_.y0 && to[1] <= domain_.y1;
    // The tolerance lets a step of the whole sight end on its rim.
    if (!(share > 0 && share <= 1 + 1e-9) || !inside) return false;
    places_.push_back(to);
    return true;
}

bool BlindWalk::step_downhill(const std::array<double, 2>& gradient, double share) {
    const Veil seen = veil();
    const double size = std::hypot(gradient[0] / seen.radius_x, gradient[1] / seen.radius_y);
    if (!(size > 0) || !std::isfinite(size)) return false;
    const Place from = place();
    return step_to({from[0] - share * gradient[0] / size, from[1] - share * gradient[1] / size});
}

bool BlindWalk::step_along(const std::array<double, 2>& direction, double share) {
    const double size = std::hypot(direction[0], direction[1]);
    if (!(size > 0)) return false;
    const Veil seen = veil();
    return step_to({place()[0] + share * seen.radius_x * direction[0] / size,
                    place()[1] + share * seen.radius_y * direction[1] / size});
}

void BlindWalk::take_back() {
    if (places_.size() > 1) places_.pop_back();
}

Veil BlindWalk::veil() const {
    // Round in the views.
    const World world = world_of(domain_);
    const double radius = sight * 2 * std::max(world.half_x, world.half_y);
    return {
        .x = place()[0], .y = place()[1], .radius_x = radius / world.x_scale(), .radius_y = radius / world.y_scale()};
}

std::vector<WalkResult> walk_results(const BlindWalk& walk, Evaluator& f, const PathsPart& paths,
                                     const Session& session, int start) {
    std::vector<WalkResult> results;
    const auto add = [&](WalkResult result, const std::vector<double>& losses) {
        const auto lowest = std::ranges::min_element(losses);
        result.lowest = *lowest;
        result.steps = static_cast<int>(lowest - losses.begin());
        result.as_walker = losses[std::min(static_cast<std::size_t>(walk.steps()), losses.size() - 1)];
        results.push_back(std::move(result));
    };
    std::vector<double> own;
    for (const auto& place : walk.places()) own.push_back(f.value(place));
    add({.name = "You"}, own);
    for (const Path& path : paths.paths) {
        if (path.start != start || path.trajectory.rows() == 0 || !belongs(path, session)) continue;
        const OptimizerEntry& entry = session.optimizers[static_cast<std::size_t>(path.optimizer)];
        if (maximizes(entry.optimizer)) continue;
        add({.optimizer = path.optimizer, .color = path.color, .name = run_title(session, path.optimizer)},
            path.trajectory.losses);
    }
    std::ranges::stable_sort(results, {}, &WalkResult::lowest);
    return results;
}

}  // namespace thalweg
