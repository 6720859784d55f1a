#include "app/scene/steps_table.h"

#include <fmt/format.h>

#include <string_view>

namespace thalweg {
namespace {

std::string number(double value) {
    return fmt::format("{:.17g}", value);
}

}  // namespace

StepRow step_row(const Trajectory& trajectory, int i) {
    const auto at = trajectory.position(i);
    const auto gradient = trajectory.gradient(i);
    StepRow row{.step = i,
                .x = at[0],
                .y = at[1],
                .gradient_x = gradient[0],
                .gradient_y = gradient[1],
                .delta_x = std::nullopt,
                .delta_y = std::nullopt,
                .loss = trajectory.losses[static_cast<std::size_t>(i)]};
    if (i + 1 < trajectory.rows()) {
        const auto next = trajectory.position(i + 1);
        row.delta_x = next[0] - at[0];
        row.delta_y = next[1] - at[1];
    }
    return row;
}

std::string steps_table_csv(const Trajectory& trajectory, std::span<const std::string> names) {
    std::string text = "step";
    for (const std::string_view before : {"", "gradient_", "delta_"})
        for (const std::string& name : names) text += fmt::format(",{}{}", before, name);
    text += ",loss\n";
    for (int row = 0; row < trajectory.rows(); ++row) {
        text += std::to_string(row);
        const auto at = trajectory.position(row), gradient = trajectory.gradient(row);
        for (const auto entries : {at, gradient})
            for (const double entry : entries) text += ',' + number(entry);
        const auto next = row + 1 < trajectory.rows() ? trajectory.position(row + 1) : std::span<const double>();
        for (std::size_t i = 0; i < at.size(); ++i) text += ',' + (next.empty() ? "" : number(next[i] - at[i]));
        text += ',' + number(trajectory.losses[static_cast<std::size_t>(row)]) + '\n';
    }
    return text;
}

}  // namespace thalweg
