#include "app/export/steps_csv.h"

#include <fmt/format.h>

#include <iterator>

namespace thalweg {
namespace {

std::string coordinate(int index, int dimensions) {
    if (dimensions > 2) return fmt::format("x{}", index + 1);
    return index == 0 ? "x" : "y";
}

void append(std::string& csv, std::span<const double> numbers) {
    for (const double number : numbers) fmt::format_to(std::back_inserter(csv), ",{:.17g}", number);
}

}  // namespace

std::string steps_csv(const Trajectory& trajectory) {
    const int n = trajectory.dimensions;
    std::string csv = "step";
    for (int i = 0; i < n; ++i) csv += ',' + coordinate(i, n);
    csv += ",loss";
    for (int i = 0; i < n; ++i) csv += ",gradient_" + coordinate(i, n);
    csv += ",learning_rate\n";
    for (int row = 0; row < trajectory.rows(); ++row) {
        const auto index = static_cast<std::size_t>(row);
        csv += fmt::format("{}", row);
        append(csv, trajectory.position(row));
        append(csv, {&trajectory.losses[index], 1});
        append(csv, trajectory.gradient(row));
        append(csv, {&trajectory.learning_rates[index], 1});
        csv += '\n';
    }
    return csv;
}

std::string steps_table_csv(const Trajectory& trajectory) {
    std::string csv = "step,x,y,gradient_x,gradient_y,delta_x,delta_y,loss\n";
    for (int row = 0; row < trajectory.rows(); ++row) {
        const auto here = trajectory.position(row);
        csv += fmt::format("{}", row);
        append(csv, here);
        append(csv, trajectory.gradient(row));
        if (row + 1 < trajectory.rows()) {
            const auto next = trajectory.position(row + 1);
            fmt::format_to(std::back_inserter(csv), ",{:.17g},{:.17g}", next[0] - here[0], next[1] - here[1]);
        } else {
            csv += ",,";
        }
        append(csv, {&trajectory.losses[static_cast<std::size_t>(row)], 1});
        csv += '\n';
    }
    return csv;
}

}  // namespace thalweg
