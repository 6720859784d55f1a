#include "app/scene/on_plane.h"

#include <algorithm>

namespace thalweg {

void bring_axes_first(Trajectory& run, const std::array<std::size_t, 2>& axes) {
    const auto n = static_cast<std::size_t>(run.dimensions);
    std::vector<std::size_t> order = {axes[0], axes[1]};
    for (std::size_t i = 0; i < n; ++i)
        if (i != axes[0] && i != axes[1]) order.push_back(i);
    std::vector<double> row(n);
    for (std::vector<double>* table : {&run.positions, &run.gradients, &run.next_position}) {
        for (std::size_t first = 0; first + n <= table->size(); first += n) {
            for (std::size_t i = 0; i < n; ++i) row[i] = (*table)[first + order[i]];
            std::ranges::copy(row, table->begin() + static_cast<std::ptrdiff_t>(first));
        }
    }
}

std::vector<double> heights_on_plane(const LandscapePart& landscape, const Trajectory& run) {
    if (!landscape.space) return {};
    const auto rows = static_cast<std::size_t>(run.rows());
    std::vector<double> x(rows), y(rows), heights(rows), fx(rows), fy(rows);
    for (std::size_t row = 0; row < rows; ++row) {
        const auto position = run.position(static_cast<int>(row));
        x[row] = position[0];
        y[row] = position[1];
    }
    landscape.landscape->gradients(x, y, heights, fx, fy);
    return heights;
}

}  // namespace thalweg
