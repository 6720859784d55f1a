#pragma once

#include "app/panels/panel.h"

namespace thalweg {

/// A row for formulas of more than two variables: which two run along the plane that is shown, whether it goes along
/// with the run, and where it lies now. Draws nothing for others.
void draw_plane_choice(Panel& panel);

}  // namespace thalweg
