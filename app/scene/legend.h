#pragma once

#include <string>
#include <vector>

#include "app/document/session.h"

namespace thalweg {

/// One row of the legend: a path's colour and marker, both of this row of the palette, and its name.
struct LegendEntry {
    int color = 0;
    std::string name;
};

/// The enabled optimizers, if there is a start, and the recorded descents that are shown. While a lens shows runs of
/// its own, theirs alone.
std::vector<LegendEntry> legend_entries(const Session& session);

/// A recorded descent's name: its file's, without the ending.
std::string trajectory_name(const TrajectoryChoice& trajectory);

}  // namespace thalweg
