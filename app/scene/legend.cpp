#include "app/scene/legend.h"

#include <algorithm>
#include <cstddef>
#include <filesystem>

#include "app/scene/ensemble.h"
#include "app/scene/run_titles.h"

namespace thalweg {

std::vector<LegendEntry> legend_entries(const Session& session) {
    std::vector<LegendEntry> entries;
    if (shows_other_runs(session.study.lens)) {
        const int last = static_cast<int>(session.optimizers.size()) - 1;
        if (last < 0) return entries;
        const auto row = static_cast<std::size_t>(std::clamp(session.ensemble.optimizer, 0, last));
        // The paths of many rates have colours of their own.
        if (session.study.lens == LensKind::cloud)
            entries.push_back({session.optimizers[row].color, run_title(session, static_cast<int>(row))});
        return entries;
    }
    if (!session.starts.empty()) {
        const std::vector<std::string> titles = run_titles(session.optimizers);
        for (std::size_t i = 0; i < titles.size(); ++i) {
            if (session.optimizers[i].enabled) entries.push_back({session.optimizers[i].color, titles[i]});
        }
    }
    for (const TrajectoryChoice& trajectory : session.trajectories) {
        if (trajectory.enabled) entries.push_back({trajectory.color, trajectory_name(trajectory)});
    }
    return entries;
}

std::string trajectory_name(const TrajectoryChoice& trajectory) {
    return std::filesystem::path(trajectory.file).stem().string();
}

}  // namespace thalweg
