#pragma once

#include <cmath>

#include "app/panels/interface.h"

namespace thalweg {

/// The height, in pixels, of the strip below the views that the caption line takes for itself, so that it hides neither
/// floor nor axes. 0: the caption is off, the projector's own strip has it, or the window is so low that it stands over
/// the views.
inline float caption_strip(const Session& session, const InterfaceState& state, const InterfaceInputs& inputs) {
    constexpr float strip = 46, least_window = 460;  // design pixels
    const bool room = inputs.height >= least_window * inputs.scale;
    return state.presenter.caption && !session.display.projector && room ? std::round(strip * inputs.scale) : 0.0F;
}

}  // namespace thalweg
