#include "app/scene/legend.h"

#include <filesystem>

namespace thalweg {

std::vector<LegendEntry> legend_entries(const Session& session) {
    std::vector<LegendEntry> entries;
    if (!session.starts.empty()) {
        for (const OptimizerEntry& entry : session.optimizers) {
            if (entry.enabled) entries.push_back({entry.color, title(entry.optimizer)});
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
