#pragma once

#include "app/panels/panel.h"

namespace thalweg {

/// Which of the session's optimizers the runs are of, as a list to choose from; `chosen` is its row. With `nobody`, -1
/// can be chosen too, under that name.
void choose_optimizer(Panel& panel, const char* label, int& chosen, const char* nobody = nullptr);

/// How far the work in the background is, or why there is none. A line is always taken, so that nothing jumps.
void draw_state_of_work(const Panel& panel);

}  // namespace thalweg
