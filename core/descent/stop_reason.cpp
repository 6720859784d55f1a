#include <string>

#include "core/descent/run.h"

namespace thalweg {

std::string_view name(StopReason reason) {
    switch (reason) {
        case StopReason::out_of_steps:
            return "out_of_steps";
        case StopReason::converged:
            return "converged";
        case StopReason::stalled_saddle:
            return "stalled_saddle";
        case StopReason::stalled_maximum:
            return "stalled_maximum";
        case StopReason::stalled_plateau:
            return "stalled_plateau";
        case StopReason::stalled_degenerate:
            return "stalled_degenerate";
        case StopReason::stalled_kink:
            return "stalled_kink";
        case StopReason::diverged:
            return "diverged";
        case StopReason::validation:
            return "validation";
        case StopReason::undefined:
            break;
    }
    return "undefined";
}

std::string sentence(StopReason reason, int steps, bool maximizing) {
    const std::string after = " after " + std::to_string(steps) + (steps == 1 ? " step" : " steps");
    const std::string sought = maximizing ? "a maximum" : "a minimum",
                      opposite = maximizing ? "a minimum" : "a maximum";
    switch (reason) {
        case StopReason::out_of_steps:
            return "still moving" + after;
        case StopReason::converged:
            return "converged to " + sought + after;
        case StopReason::stalled_saddle:
            return "stalled at a saddle point" + after;
        case StopReason::stalled_maximum:
            return "stalled at " + opposite + after;
        case StopReason::stalled_plateau:
            return "stalled on a plateau" + after;
        case StopReason::stalled_degenerate:
            return "stalled at a degenerate point" + after;
        case StopReason::stalled_kink:
            return "stalled at a kink, where f is not differentiable," + after;
        case StopReason::diverged:
            return "diverged: the next value leaves the number range" + after;
        case StopReason::validation:
            return "stopped early: the validation loss fell no more," + after;
        case StopReason::undefined:
            break;
    }
    return steps == 0 ? "f is not defined at the start" : "walked to where f is not defined" + after;
}

}  // namespace thalweg
