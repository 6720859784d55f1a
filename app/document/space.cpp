#include "app/document/space.h"

#include "core/formula/formula.h"

namespace thalweg {

std::vector<std::string> space_variables(const LandscapeChoice& landscape) {
    if (landscape.source != LandscapeSource::formula) return {};
    const auto formula = Formula::parse(landscape.formula);
    if (!formula || formula->variables().size() <= 2) return {};
    return {formula->variables().begin(), formula->variables().end()};
}

std::array<std::size_t, 2> axes_shown(const LandscapeChoice& landscape, std::span<const std::string> variables) {
    return plane_axes(variables, landscape.slice.axes).value_or(std::array<std::size_t, 2>{0, 1});
}

std::vector<double> space_point(const LandscapeChoice& landscape, std::span<const std::string> variables,
                                const Start& start) {
    if (variables.empty()) return {start.x, start.y};
    const auto axes = axes_shown(landscape, variables);
    std::vector<double> point = parameter_values(landscape, variables);
    point[axes[0]] = start.x;
    point[axes[1]] = start.y;
    return point;
}

}  // namespace thalweg
