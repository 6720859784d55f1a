#pragma once

#include "core/stationary/interval_model.h"
#include "core/stationary/search.h"
#include "core/stationary/stationary.h"

namespace thalweg {

/// Adds to a report what a search has found: its points with their classes, in order, the regions that it left open,
/// and whether that is proved to be all. global: whether to look for a proof that a minimum is the lowest.
void put_findings(IntervalModel& model, const SearchResult& result, const Scales& scales, bool global,
                  StationaryReport& report);

}  // namespace thalweg
