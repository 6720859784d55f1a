#include "app/panels/caption.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "app/panels/landscapes.h"
#include "app/panels/selection.h"
#include "app/scene/number_format.h"

namespace thalweg {
namespace {

const Optimizer& optimizer_of(const Path& path, const Session& session) {
    return session.optimizers[static_cast<std::size_t>(path.optimizer)].optimizer;
}

double loss_at(const Path& path, int step) {
    const int row = std::min(step, path.trajectory.rows() - 1);
    return row < 0 ? std::nan("") : path.trajectory.losses[static_cast<std::size_t>(row)];
}

/// The one that is lowest at this step, by name and value.
std::string leader(const Session& session, const PathsPart& paths, int step) {
    const Path* lowest = nullptr;
    for (const Path& path : paths.paths) {
        if (!belongs(path, session)) continue;
        const double loss = loss_at(path, step);
        if (std::isfinite(loss) && (lowest == nullptr || loss < loss_at(*lowest, step))) lowest = &path;
    }
    if (lowest == nullptr) return {};
    const std::string value = "f = " + format_number(loss_at(*lowest, step), 3);
    if (paths.paths.size() == 1) return value;
    return title(optimizer_of(*lowest, session)) + " is lowest, " + value;
}

}  // namespace

std::string result(const Path& path, const Session& session) {
    return sentence(path.trajectory.reason, std::max(path.trajectory.rows() - 1, 0),
                    maximizes(optimizer_of(path, session)));
}

std::string caption(const Session& session, const Scene& scene, const Catalogue& catalogue) {
    const PathsPart& paths = scene.paths();
    std::string words = landscape_name(session, catalogue);
    if (paths.paths.empty()) return words;
    const int step = std::clamp(static_cast<int>(session.playback.step), 0, paths.longest);
    if (step >= paths.longest && paths.paths.size() == 1 && belongs(paths.paths.front(), session))
        return words + ": " + result(paths.paths.front(), session);
    words += ", step " + std::to_string(step);
    const std::string who = leader(session, paths, step);
    return who.empty() ? words : words + ": " + who;
}

}  // namespace thalweg
