#pragma once

#include "app/panels/panel.h"

namespace thalweg {

/// Lets the current ImGui window fade into the panel's ground where it can be scrolled on, so that a line cut by the
/// edge reads as "there is more". To be called last in the window.
void soften_edges(const Panel& panel);

}  // namespace thalweg
