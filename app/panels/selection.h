#pragma once

#include <string>

#include "app/panels/interface.h"

namespace thalweg {

/// Whether the path's start and optimizer are in the session. Panels edit the session while the scene is still of the
/// frame before, so a path may belong to what was just removed.
bool belongs(const Path& path, const Session& session);

/// The run that tables and inspector tell of: the selected optimizer's from the selected start, else any from there;
/// nullptr if there is none.
const Path* selected_path(const Session& session, const Scene& scene, const InterfaceState& state);

/// The recorded path that is looked at; nullptr if there is none, or it is not shown.
const RecordedPath* selected_recorded(const Scene& scene, const InterfaceState& state);

/// The row of the run that is shown at the playback's step.
int row_shown(const Session& session, const Trajectory& trajectory);

/// A file name that tells which run's steps it holds: "steps_himmelblau_adam.csv".
std::string steps_file_name(const Session& session, const Path& path);

}  // namespace thalweg
