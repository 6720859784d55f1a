#pragma once

#include "app/panels/panel.h"

namespace thalweg {

/// A row, or two, for formulas of more than two variables: which two run along the plane that is shown, whether it goes
/// along with the run, and where it lies now. Draws nothing for others.
void draw_plane_choice(Panel& panel);

/// How many rows it takes in this width, in pixels, at so many pixels per design pixel.
int plane_rows(float width, float scale);

}  // namespace thalweg
