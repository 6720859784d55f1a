#pragma once

#include "app/panels/panel.h"

namespace thalweg {

/// Rows for the recorded descents, below those of the optimizers: marker, name, a switch. A click selects one.
void draw_recorded_rows(Panel& panel);

/// What there is to know about the selected one, and how to be rid of it. False when none is selected.
bool draw_recorded_details(Panel& panel);

}  // namespace thalweg
