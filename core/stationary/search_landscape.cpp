#include "core/stationary/search_landscape.h"

#include <utility>

#include "core/stationary/grid_stationary.h"
#include "core/stationary/newton_search.h"

namespace thalweg {
namespace {

/// With as many coordinates as it has variables: every stationary point of a curve that is looked at as a surface would
/// be one of a whole line of them.
FormulaLandscape of_own_dimensions(const FormulaLandscape& landscape) {
    const auto parameters = landscape.parameters();
    return {landscape.formula(), {parameters.begin(), parameters.end()}, landscape.variables()};
}

}  // namespace

StationaryReport search_landscape(const Landscape& landscape, const Box& box, const StationarySettings& settings,
                                  std::stop_token stop, const std::function<void(double)>& progress) {
    if (const auto* formula = dynamic_cast<const FormulaLandscape*>(&landscape))
        return find_stationary_points(of_own_dimensions(*formula), box, settings, std::move(stop), progress);
    if (const auto* grid = dynamic_cast<const GridLandscape*>(&landscape))
        return find_stationary_points(*grid, box, settings, std::move(stop), progress);
    if (landscape.dimensions() == 2) return newton_search(landscape, box, stop, progress);
    StationaryReport report;
    report.dimensions = landscape.variables();
    report.undecided.push_back({box, "the search knows no way to look at such a landscape"});
    return report;
}

}  // namespace thalweg
