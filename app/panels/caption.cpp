#include "app/panels/caption.h"

#include <fmt/format.h>

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

std::string brief_result(const Path& path, const Session& session) {
    const int steps = std::max(path.trajectory.rows() - 1, 0);
    const bool up = maximizes(optimizer_of(path, session));
    const std::string after = fmt::format(" after {} {}", steps, steps == 1 ? "step" : "steps");
    switch (path.trajectory.reason) {
        case StopReason::out_of_steps:
            return "still moving" + after;
        case StopReason::converged:
            return (up ? "at a maximum" : "at a minimum") + after;
        case StopReason::stalled_saddle:
            return "at a saddle" + after;
        case StopReason::stalled_maximum:
            return (up ? "at a minimum" : "at a maximum") + after;
        case StopReason::stalled_plateau:
            return "on a plateau" + after;
        case StopReason::stalled_degenerate:
            return "degenerate point" + after;
        case StopReason::stalled_kink:
            return "at a kink" + after;
        case StopReason::diverged:
            return "diverged" + after;
        case StopReason::validation:
            return "stopped early" + after;
        case StopReason::undefined:
            break;
    }
    return steps == 0 ? "f is not defined at the start" : "f not defined" + after;
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
