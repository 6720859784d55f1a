#pragma once

#include "core/landscape/landscape.h"
#include "core/stationary/stationary.h"

namespace thalweg {

/// The stationary points of any landscape, in the way that its kind allows: a formula's by intervals (stationary.h; one
/// of a single variable as the curve that it is, whatever coordinates it is looked at in), a grid's cell by cell
/// (grid_stationary.h). Of a kind that nobody can search, the box is one undecided region.
StationaryReport search_landscape(const Landscape& landscape, const Box& box, const StationarySettings& settings = {},
                                  std::stop_token stop = {}, const std::function<void(double)>& progress = {});

}  // namespace thalweg
