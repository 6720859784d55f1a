#pragma once

#include "app/panels/panel.h"

namespace thalweg {

/// The optimizer's schedules: their curve over the run's steps, bent by dragging its handles, their settings, and
/// buttons that add and remove them.
void draw_schedules(Panel& panel, Optimizer& optimizer);

}  // namespace thalweg
