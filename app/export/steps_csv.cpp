#include "app/export/steps_csv.h"

#include <fmt/format.h>

#include <cmath>
#include <iterator>
#include <vector>

namespace thalweg {
namespace {

std::vector<std::string> column_names(std::size_t n, std::span<const std::string> names) {
    if (n == 1) return {"x"};
    if (n == 2) return {"x", "y"};
    if (names.size() == n) return {names.begin(), names.end()};
    std::vector<std::string> numbered;
    for (std::size_t i = 1; i <= n; ++i) numbered.push_back(fmt::format("x{}", i));
    return numbered;
}

void append(std::string& csv, std::span<const double> numbers) {
    for (const double number : numbers) {
        // The sign of a NaN means nothing and would be printed.
        fmt::format_to(std::back_inserter(csv), ",{:.17g}", std::isnan(number) ? std::abs(number) : number);
    }
}

}  // namespace

std::string steps_csv(const Trajectory& trajectory, std::span<const std::string> names) {
    const auto columns = column_names(static_cast<std::size_t>(trajectory.dimensions), names);
    std::string csv = "step";
    for (const std::string& column : columns) csv += ',' + column;
    csv += ",loss";
    for (const std::string& column : columns) csv += ",gradient_" + column;
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
