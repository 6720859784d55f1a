#include "app/panels/selection.h"

#include <algorithm>
#include <cctype>

#include "app/scene/run_titles.h"

namespace thalweg {

bool belongs(const Path& path, const Session& session) {
    return static_cast<std::size_t>(path.start) < session.starts.size() &&
           static_cast<std::size_t>(path.optimizer) < session.optimizers.size();
}

const Path* selected_path(const Session& session, const Scene& scene, const InterfaceState& state) {
    const Path* any = nullptr;
    for (const Path& path : scene.paths().paths) {
        if (path.start != state.selected_start || path.trajectory.rows() == 0 || !belongs(path, session)) continue;
        if (path.optimizer == state.selected_optimizer) return &path;
        if (any == nullptr) any = &path;
    }
    return any;
}

const RecordedPath* selected_recorded(const Scene& scene, const InterfaceState& state) {
    const auto& all = scene.paths().recorded;
    const auto found = std::ranges::find(all, state.selected_trajectory, &RecordedPath::index);
    return found == all.end() ? nullptr : &*found;
}

int row_shown(const Session& session, const Trajectory& trajectory) {
    return static_cast<int>(std::clamp(session.playback.step, 0.0, std::max(trajectory.rows() - 1, 0) + 0.0));
}

std::string steps_file_name(const Session& session, const Path& path) {
    std::string words;
    for (const char letter : run_title(session, path.optimizer)) {
        const auto code = static_cast<unsigned char>(letter);
        if (std::isalnum(code) != 0)
            words += static_cast<char>(std::tolower(code));
        else if (!words.ends_with('_'))
            words += '_';
    }
    const bool grid = session.landscape.source == LandscapeSource::grid;
    const std::string landscape = !session.landscape.id.empty() ? session.landscape.id : grid ? "grid" : "formula";
    return "steps_" + landscape + "_" + words + ".csv";
}

}  // namespace thalweg
