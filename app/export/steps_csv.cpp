#include "app/export/steps_csv.h"

#include <fmt/format.h>

#include <cmath>
#include <iterator>

namespace thalweg {
namespace {

std::string coordinate(int index, int dimensions) {
    if (dimensions > 2) return fmt::format("x{}", index + 1);
    return index == 0 ? "x" : "y";
}

void append(std::string& csv, std::span<const double> numbers) {
    for (const double number : numbers) {
        // The sign of a NaN means nothing and would be printed.
        fmt::format_to(std::back_inserter(csv), ",{:.17g}", std::isnan(number) ? std::abs(number) : number);
    }
}

}  // namespace

std::string steps_csv(const Trajectory& trajectory) {
    const int n = trajectory.dimensions;
    std::string csv = "step";
    for (int i = 0; i < n; ++i) csv += ',' + coordinate(i, n);
    csv += ",loss";
    for (int i = 0; i < n; ++i) csv += ",gradient_" + coordinate(i, n);
    csv += ",learning_rate";
    if (!trajectory.batch_losses.empty()) csv += ",batch_loss";
    if (!trajectory.validation_losses.empty()) csv += ",validation_loss";
    csv += '\n';
    for (int row = 0; row < trajectory.rows(); ++row) {
        const auto index = static_cast<std::size_t>(row);
        csv += fmt::format("{}", row);
        append(csv, trajectory.position(row));
        append(csv, {&trajectory.losses[index], 1});
        append(csv, trajectory.gradient(row));
        append(csv, {&trajectory.learning_rates[index], 1});
        if (!trajectory.batch_losses.empty()) append(csv, {&trajectory.batch_losses[index], 1});
        if (!trajectory.validation_losses.empty()) append(csv, {&trajectory.validation_losses[index], 1});
        csv += '\n';
    }
    return csv;
}

}  // namespace thalweg
