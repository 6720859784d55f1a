#include "app/panels/worked_step.h"

#include <string>

#include "app/scene/descended.h"

namespace thalweg {

void WorkedStep::update(const LandscapePart& landscape, const RunRequest& wanted, int wanted_row, int rows) {
    if (row == wanted_row && revision == landscape.descended_revision && request == wanted) return;
    revision = landscape.descended_revision;
    request = wanted;
    row = wanted_row;
    lines.clear();
    steps = "step " + std::to_string(row);
    if (row + 1 >= rows) return;
    steps += " → " + std::to_string(row + 1);
    for (const auto& coordinate : worked_steps(descended(landscape), request, row, descended_names(landscape))) {
        lines.insert(lines.end(), coordinate.begin(), coordinate.end());
    }
}

}  // namespace thalweg
