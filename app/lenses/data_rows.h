#pragma once

#include "app/panels/panel.h"
#include "app/scene/data_part.h"

namespace thalweg {

/// Which samples, how many a step, how many held out, and under which model: rows that edit
/// panel.session.landscape.data, whose samples are given.
void draw_data_choice(Panel& panel, const LoadedSamples& samples);

/// What can be chosen of the samples' look: rows that edit panel.session.display.data.
void draw_data_display(Panel& panel);

}  // namespace thalweg
