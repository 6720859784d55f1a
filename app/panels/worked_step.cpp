#include "app/panels/worked_step.h"

#include <string>

namespace thalweg {

void WorkedStep::update(const LandscapePart& landscape, const RunRequest& wanted, int wanted_row, int rows) {
    if (row == wanted_row && revision == landscape.revision && request == wanted) return;
    revision = landscape.revision;
    request = wanted;
    row = wanted_row;
    lines.clear();
    name = title(wanted.optimizer) + ", step " + std::to_string(row);
    if (row + 1 >= rows) return;
    name += " → " + std::to_string(row + 1);
    std::vector<std::string> names = landscape.names;
    // A curve's surface has a second coordinate that its formula does not name.
    if (names.size() < 2) names.emplace_back(names.front() == "y" ? "x" : "y");
    for (const auto& coordinate : worked_steps(*landscape.landscape, request, row, names)) {
        lines.insert(lines.end(), coordinate.begin(), coordinate.end());
    }
}

}  // namespace thalweg
