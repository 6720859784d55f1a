#include "app/panels/caption.h"

#include <algorithm>

#include "app/panels/ensemble_words.h"
#include "app/panels/happening.h"
#include "app/panels/landscapes.h"
#include "app/panels/selection.h"
#include "app/scene/number_format.h"
#include "app/scene/run_titles.h"

namespace thalweg {
namespace {

const Optimizer& optimizer_of(const Path& path, const Session& session) {
    return session.optimizers[static_cast<std::size_t>(path.optimizer)].optimizer;
}

}  // namespace

std::string result(const Path& path, const Session& session) {
    return sentence(path.trajectory.reason, std::max(path.trajectory.rows() - 1, 0),
                    maximizes(optimizer_of(path, session)));
}

std::string caption(const Session& session, const Scene& scene, const InterfaceState& state,
                    const Catalogue& catalogue) {
    if (state.blindfolded) return "A walk in the dark, by the slope underfoot";
    if (const std::string words = ensemble_words(session, scene); !words.empty()) return words;
    const Path* path = selected_path(session, scene, state);
    if (path == nullptr) return landscape_name(session, catalogue);
    const Trajectory& run = path->trajectory;
    const std::string who = run_title(session, path->optimizer) + ": ";
    const int row = row_shown(session, run);
    if (row == run.rows() - 1 && session.playback.step >= row && run.reason != StopReason::out_of_steps)
        return who + result(*path, session) + ", loss " + format_number(run.losses[static_cast<std::size_t>(row)], 3);
    return who + "step " + std::to_string(row) + ", loss " +
           format_number(run.losses[static_cast<std::size_t>(row)], 3) + ", " +
           happening(run, row, maximizes(optimizer_of(*path, session)), scene);
}

}  // namespace thalweg
