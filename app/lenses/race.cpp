#include "app/lenses/race.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "app/panels/selection.h"
#include "app/scene/number_format.h"
#include "app/scene/run_titles.h"

namespace thalweg {
namespace {

/// A run that is so near to a stationary point when its steps are over has ended there; of the domain's sides.
constexpr double arrived_share = 0.01;

bool takes_part(const Path& path, const Session& session, int start) {
    return path.start == start && path.trajectory.rows() > 0 && belongs(path, session) &&
           !maximizes(session.optimizers[static_cast<std::size_t>(path.optimizer)].optimizer);
}

std::optional<int> steps_to(const Trajectory& run, double bound) {
    const auto row = std::ranges::find_if(run.losses, [&](double loss) { return loss <= bound; });
    if (row == run.losses.end()) return std::nullopt;
    return static_cast<int>(row - run.losses.begin());
}

std::string where_it_ended(const Trajectory& run, const StationaryReport& report, const Box& domain) {
    if (run.reason == StopReason::diverged) return "diverged";
    if (run.reason == StopReason::undefined) return "left where f is defined";
    if (run.reason == StopReason::validation) return "stopped early";
    const auto end = run.position(run.rows() - 1);
    const double y = end.size() > 1 ? end[1] : 0;
    const StationaryPoint* nearest = nullptr;
    double least = arrived_share;
    for (const StationaryPoint& point : report.points) {
        const double share = std::hypot((point.x - end[0]) / domain.width(), (point.y - y) / domain.height());
        if (share > least) continue;
        least = share;
        nearest = &point;
    }
    if (nearest != nullptr) return fmt::format("{} at {}", name(nearest->kind), format_point(nearest->x, nearest->y));
    return run.reason == StopReason::out_of_steps ? "still moving" : "stood still at " + format_point(end[0], y);
}

}  // namespace

std::optional<RaceGoal> race_goal(const PathsPart& paths, const StationaryReport& report, const Session& session,
                                  int start) {
    const auto proved = std::ranges::find(report.points, true, &StationaryPoint::global_minimum);
    if (proved != report.points.end()) return RaceGoal{.value = proved->value, .proved = true};
    double least = std::numeric_limits<double>::infinity();
    for (const Path& path : paths.paths) {
        if (!takes_part(path, session, start)) continue;
        for (const double loss : path.trajectory.losses) least = std::min(least, loss);
    }
    if (!std::isfinite(least)) return std::nullopt;
    return RaceGoal{.value = least, .proved = false};
}

std::vector<RaceEntry> race(const PathsPart& paths, const StationaryReport& report, const Session& session, int start,
                            const RaceGoal& goal) {
    std::vector<RaceEntry> entries;
    for (const Path& path : paths.paths) {
        if (!takes_part(path, session, start)) continue;
        const Trajectory& run = path.trajectory;
        entries.push_back({.optimizer = path.optimizer,
                           .color = path.color,
                           .name = run_title(session, path.optimizer),
                           .steps = steps_to(run, goal.value + race_tolerance),
                           .final_loss = run.losses.back(),
                           .ended = where_it_ended(run, report, session.landscape.domain)});
    }
    std::ranges::stable_sort(entries, [](const RaceEntry& a, const RaceEntry& b) {
        if (a.steps.has_value() != b.steps.has_value()) return a.steps.has_value();
        if (a.steps && *a.steps != *b.steps) return *a.steps < *b.steps;
        return a.final_loss < b.final_loss;
    });
    return entries;
}

}  // namespace thalweg
