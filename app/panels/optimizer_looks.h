#pragma once

#include <array>

#include "app/document/lens_kind.h"
#include "app/panels/interface.h"

namespace thalweg {

/// A lens on what one optimizer does at other rates, or from other starts.
struct OptimizerLook {
    LensKind lens = LensKind::none;
    const char* button = "";   ///< beside the optimizer's settings
    const char* command = "";  ///< before the optimizer's name
};

inline constexpr std::array optimizer_looks{
    OptimizerLook{LensKind::rates, "Too small, right, too large", "Too small, right, too large for "},
    OptimizerLook{LensKind::sweep, "Sweep", "Sweep the rate of "},
    OptimizerLook{LensKind::basins, "Basins", "Basins of "},
    OptimizerLook{LensKind::cloud, "Cloud of starts", "Cloud of starts for "},
};

/// Opens the lens on a row of the session's optimizers.
void look_at_optimizer(Session& session, InterfaceState& state, LensKind lens, int row);

/// From here on the sweep's ends are the session's own: those that are shown, to begin with.
void choose_own_rates(SweepChoice& sweep, const Scene& scene);

/// Gives a rate to the optimizer whose runs the open lens shows.
void take_rate(Session& session, const Scene& scene, double rate);
/// The right one of all that were tried, if there is one.
void take_right_rate(Session& session, const Scene& scene);

}  // namespace thalweg
