#pragma once

#include "core/landscape/grid_landscape.h"
#include "core/stationary/stationary.h"

namespace thalweg {

/// All stationary points of the spline through a grid's values, in the part of the box where it is defined, searched
/// cell by cell: a cell in which f rises or falls throughout along an axis, as the order of the spline's coefficients
/// tells without any rounding, has none; all others are divided and certified as a formula's domain is (stationary.h),
/// with enclosures by Bernstein coefficients (grid_model.h).
///
/// What is certified and complete are the stationary points of the spline. What the function that was sampled does
/// between the nodes, no grid can tell; the report's assumption says so. Of grids with more cells in question than the
/// budget reaches, the rest is an undecided region.
StationaryReport find_stationary_points(const GridLandscape& landscape, const Box& box,
                                        const StationarySettings& settings = {}, std::stop_token stop = {},
                                        const std::function<void(double)>& progress = {});

}  // namespace thalweg
