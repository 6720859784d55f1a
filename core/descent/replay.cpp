#include "core/descent/replay.h"

#include "core/descent/landscape_objective.h"

namespace thalweg {

Moment replay(const Landscape& landscape, const RunRequest& request, int row) {
    LandscapeObjective objective(landscape, request.whole);
    const auto n = static_cast<Eigen::Index>(request.start.size());
    Moment moment{Eigen::Map<const VectorXd>(request.start.data(), n),
                  Stepper(request.optimizer, landscape.dimensions())};
    for (int step = 0; step < row; ++step) moment.stepper.step(moment.x, objective.of_step(step));
    return moment;
}

std::vector<std::vector<WorkedLine>> worked_steps(const Landscape& landscape, const RunRequest& request, int row,
                                                  std::span<const std::string> coordinates, int digits) {
    const Moment moment = replay(landscape, request, row);
    LandscapeObjective objective(landscape, request.whole);
    std::vector<std::vector<WorkedLine>> lines;
    lines.reserve(coordinates.size());
    for (std::size_t i = 0; i < coordinates.size(); ++i) {
        lines.push_back(
            worked_step(moment.stepper, moment.x, objective.of_step(row), static_cast<int>(i), coordinates[i], digits));
    }
    return lines;
}

}  // namespace thalweg
