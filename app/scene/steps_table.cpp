#include "app/scene/steps_table.h"

#include <fmt/format.h>

#include <iterator>

namespace thalweg {
namespace {

std::string number(double value) {
    return fmt::format("{:.17g}", value);
}

std::string number(const std::optional<double>& value) {
    return value ? number(*value) : std::string();
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

std::vector<StepRow> steps_table(const Trajectory& trajectory) {
    std::vector<StepRow> rows;
    rows.reserve(static_cast<std::size_t>(trajectory.rows()));
    for (int i = 0; i < trajectory.rows(); ++i) rows.push_back(step_row(trajectory, i));
    return rows;
}

std::string steps_table_csv(const Trajectory& trajectory) {
    std::string text = "step,x,y,gradient_x,gradient_y,delta_x,delta_y,loss\n";
    for (const StepRow& row : steps_table(trajectory)) {
        fmt::format_to(std::back_inserter(text), "{},{},{},{},{},{},{},{}\n", row.step, number(row.x), number(row.y),
                       number(row.gradient_x), number(row.gradient_y), number(row.delta_x), number(row.delta_y),
                       number(row.loss));
    }
    return text;
}

}  // namespace thalweg
