#include "app/scene/paths_part.h"

#include <algorithm>
#include <array>
#include <utility>

#include "app/scene/descended.h"
#include "app/scene/on_plane.h"
#include "core/landscape/training.h"

namespace thalweg {
namespace {

/// Over all paths: eight of 2,000 steps.
constexpr int steps_in_a_frame = 8 * 2000;
/// Over all paths; a row takes 48 bytes.
constexpr int most_rows = 4'000'000;

bool may_go_on(const Trajectory& trajectory) {
    return trajectory.reason == StopReason::out_of_steps;
}

/// Leaving the domain is leaving it along the plane's axes, which come first.
void note_left(Trajectory& run, const Box& domain) {
    for (int i = 0; i < run.rows() && !run.left_domain; ++i)
        if (!domain.contains(run.position(i)[0], run.position(i)[1])) run.left_domain = i;
}

}  // namespace

void PathsMaker::update(const LandscapePart& landscape, const Session& session) {
    if (landscape.landscape == nullptr) return;
    const Inputs inputs{.landscape = landscape.descended_revision,
                        .domain = landscape.domain,
                        .starts = session.starts,
                        .optimizers = session.optimizers,
                        .patience = session.landscape.data.held_out.patience,
                        .steps = session.steps,
                        .trajectories = session.trajectories};
    if (inputs == inputs_) return;
    if (landscape.revision != recorded_on_ || inputs.trajectories != inputs_.trajectories)
        recorded_.update(landscape, inputs.trajectories, part_);
    recorded_on_ = landscape.revision;

    std::vector<Path> paths;
    std::vector<RunRequest> requests;
    for (std::size_t s = 0; s < inputs.starts.size(); ++s) {
        for (std::size_t o = 0; o < inputs.optimizers.size(); ++o) {
            const OptimizerEntry& entry = inputs.optimizers[o];
            if (!entry.enabled) continue;
            paths.push_back({.start = static_cast<int>(s),
                             .optimizer = static_cast<int>(o),
                             .color = entry.color,
                             .trajectory = {}});
            requests.push_back({.start = start_point(landscape, inputs.starts[s]),
                                .optimizer = entry.optimizer,
                                .whole = entry.whole});
        }
    }
    const int count = std::max(static_cast<int>(paths.size()), 1);
    const int wanted = std::max(inputs.steps, 1);
    const int steps = std::clamp(most_rows / count - 1, 1, wanted);

    const bool same_surroundings =
        inputs.landscape == inputs_.landscape && inputs.domain == inputs_.domain && inputs.patience == inputs_.patience;
    if (same_surroundings && steps == part_.steps && !part_.catching_up) {
        for (std::size_t i = 0; i < paths.size(); ++i) {
            const auto found = std::ranges::find(requests_, requests[i]);
            if (found == requests_.end()) continue;
            paths[i].trajectory = part_.paths[static_cast<std::size_t>(found - requests_.begin())].trajectory;
        }
    }
    part_.paths = std::move(paths);
    part_.steps = steps;
    part_.shortened = steps < wanted;
    requests_ = std::move(requests);
    inputs_ = inputs;
    const auto dear = static_cast<int>(std::min<std::size_t>(1 + cost(descended(landscape)) / 4, 1000));
    run_up_to(landscape, std::max(steps_in_a_frame / count / dear, 1));
}

void PathsMaker::settle(const LandscapePart& landscape) {
    if (landscape.landscape == nullptr || landscape.revision == recorded_on_) return;
    recorded_on_ = landscape.revision;
    recorded_.update(landscape, inputs_.trajectories, part_);
    put_on_plane(landscape);
    ++part_.revision;
}

void PathsMaker::put_on_plane(const LandscapePart& landscape) {
    for (Path& path : part_.paths) path.heights = heights_on_plane(landscape, path.trajectory);
}

void PathsMaker::go_on(const LandscapePart& landscape) {
    if (landscape.landscape != nullptr && part_.catching_up) run_up_to(landscape, 4 * steps_run_);
}

void PathsMaker::finish(const LandscapePart& landscape) {
    if (landscape.landscape != nullptr && part_.catching_up) run_up_to(landscape, part_.steps);
}

void PathsMaker::run_up_to(const LandscapePart& landscape, int steps) {
    steps_run_ = std::min(steps, part_.steps);
    std::vector<std::size_t> chosen;
    std::vector<RunRequest> requests;
    for (std::size_t i = 0; i < part_.paths.size(); ++i) {
        const Trajectory& so_far = part_.paths[i].trajectory;
        if (so_far.rows() > 0 && (!may_go_on(so_far) || so_far.rows() > steps_run_)) continue;
        chosen.push_back(i);
        requests.push_back(requests_[i]);
    }
    const RunSettings settings{.steps = steps_run_, .patience = inputs_.patience};
    const Box* const domain = landscape.space ? nullptr : &landscape.domain;
    auto trajectories = run_all(descended(landscape), requests, settings, domain);
    for (std::size_t k = 0; k < chosen.size(); ++k) {
        if (landscape.space) {
            bring_axes_first(trajectories[k], landscape.space->axes);
            note_left(trajectories[k], landscape.domain);
        }
        part_.paths[chosen[k]].trajectory = std::move(trajectories[k]);
    }
    put_on_plane(landscape);

    part_.longest = 0;
    for (const Path& path : part_.paths) part_.longest = std::max(part_.longest, path.trajectory.rows() - 1);
    for (const RecordedPath& recorded : part_.recorded)
        part_.longest = std::max(part_.longest, recorded.path.trajectory.rows() - 1);
    part_.catching_up = steps_run_ < part_.steps &&
                        std::ranges::any_of(part_.paths, [](const Path& path) { return may_go_on(path.trajectory); });
    ++part_.revision;
}

}  // namespace thalweg
