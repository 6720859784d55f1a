#include <fmt/format.h>

#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/panels/selection.h"
#include "app/panels/tables.h"
#include "app/scene/curve.h"
#include "app/scene/descended.h"
#include "app/scene/run_titles.h"
#include "app/scene/steps_table.h"

namespace thalweg {
namespace {

constexpr std::array<TableColumn, 8> columns{
    {{"i", 0.6F}, {"x", 1}, {"y", 1}, {"∂f/∂x", 1}, {"∂f/∂y", 1}, {"Δx", 1}, {"Δy", 1}, {"f", 1}}};
constexpr std::array<TableColumn, 9> columns_with_truth{
    {{"i", 0.6F}, {"x", 1}, {"y", 1}, {"∂f/∂x", 1}, {"∂f/∂y", 1}, {"Δx", 1}, {"Δy", 1}, {"plane", 1}, {"true", 1}}};
constexpr std::array<TableColumn, 5> curve_columns{{{"i", 0.6F}, {"x", 1}, {"f′", 1}, {"Δx", 1}, {"f", 1}}};

/// The columns with the names of the plane's axes in the place of x and y.
class AxisHeadings {
  public:
    AxisHeadings(const LandscapePart& part, std::span<const TableColumn> columns)
        : columns_(columns.begin(), columns.end()) {
        if (is_curve(part)) return;
        const auto [right, up] = axis_names(part);
        words_ = {right, up, "∂f/∂" + right, "∂f/∂" + up, "Δ" + right, "Δ" + up};
        for (std::size_t i = 0; i < words_.size(); ++i) columns_[i + 1].heading = words_[i].c_str();
    }
    AxisHeadings(const AxisHeadings&) = delete;
    AxisHeadings& operator=(const AxisHeadings&) = delete;

    std::span<const TableColumn> columns() const { return columns_; }

  private:
    std::array<std::string, 6> words_;
    std::vector<TableColumn> columns_;
};

/// What the table shows: the steps of a run, or of a descent that was recorded elsewhere.
struct Subject {
    const Trajectory* trajectory = nullptr;
    std::string name;
    const Path* run = nullptr;                         ///< of runs
    const std::vector<double>* true_losses = nullptr;  ///< where the plane's are others, if they are known
};

Subject subject_of(const Panel& panel) {
    if (const RecordedPath* recorded = selected_recorded(panel.scene, panel.state)) {
        const auto* losses = recorded->true_losses.empty() ? nullptr : &recorded->true_losses;
        return {&recorded->path.trajectory, recorded->name + ", recorded", nullptr, losses};
    }
    const Path* path = selected_path(panel.session, panel.scene, panel.state);
    if (path == nullptr) return {};
    const std::string name =
        fmt::format("{} from start {}", run_title(panel.session, path->optimizer), path->start + 1);
    return {&path->trajectory, name, path, path->heights.empty() ? nullptr : &path->trajectory.losses};
}

/// Whose steps these are, how many decimals they have, and the button that exports them.
void draw_head(Panel& panel, const Subject& subject) {
    const float left = ImGui::GetCursorPosX(), width = ImGui::GetContentRegionAvail().x;
    ImGui::AlignTextToFramePadding();
    text_within(panel, subject.name, width - panel.px(210), Tone::quiet, panel.fonts.caption);

    static constexpr std::array<int, 3> decimals = {2, 4, 8};
    static constexpr std::array<std::string_view, 3> words = {"0.00", "4", "8"};
    int chosen = panel.state.table_decimals <= 2 ? 0 : panel.state.table_decimals <= 4 ? 1 : 2;
    ImGui::SameLine(left + width - panel.px(196));
    if (segmented(panel, "decimals", words, chosen)) {
        panel.state.table_decimals = decimals[static_cast<std::size_t>(chosen)];
    }
    if (subject.run == nullptr) return;
    ImGui::SameLine(left + width - panel.px(82));
    if (text_button(panel, "Save CSV")) panel.requests.export_steps_to = steps_file_name(panel.session, *subject.run);
    tooltip(panel, "All rows with 17 significant digits, as a CSV file");
}

void draw_row(Panel& panel, const Subject& subject, int index, int shown) {
    const StepRow row = step_row(*subject.trajectory, index);
    const int decimals = panel.state.table_decimals;
    if (begin_table_row(panel, index, index == shown, panel.fonts.caption->FontSize)) {
        panel.session.playback.step = index;
        panel.state.playing = false;
    }
    const std::string words = std::to_string(row.step);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() +
                         std::max(ImGui::GetContentRegionAvail().x - text_width(panel.fonts.caption, words), 0.0F));
    text(panel, words, Tone::quiet, panel.fonts.caption);
    const auto cell = [&](const std::optional<double>& value) {
        if (value) {
            number_cell(panel, *value, decimals);
        } else {
            ImGui::TableNextColumn();
        }
    };
    if (is_curve(panel.scene.landscape())) {
        for (const auto& value : {std::optional(row.x), std::optional(row.gradient_x), row.delta_x}) cell(value);
    } else {
        for (const double value : {row.x, row.y, row.gradient_x, row.gradient_y}) cell(value);
        for (const auto& step : {row.delta_x, row.delta_y}) cell(step);
    }
    const bool leaves_plane = subject.run != nullptr && !subject.run->heights.empty();
    cell(leaves_plane ? subject.run->height(index) : row.loss);
    if (subject.true_losses != nullptr && !is_curve(panel.scene.landscape()))
        cell((*subject.true_losses)[static_cast<std::size_t>(index)]);
}

/// Scrolls to the shown row when it has become another one, unless it is seen anyway: in between the table is the
/// user's to scroll. While playing the row stays in the middle. In type of another size all begins anew.
void keep_in_view(int shown, float row_height, bool playing) {
    ImGuiStorage& kept = *ImGui::GetStateStorage();
    const ImGuiID last_shown = ImGui::GetID("last shown"), last_height = ImGui::GetID("last height");
    const bool other_type = kept.GetFloat(last_height) != row_height;
    if (!other_type && kept.GetInt(last_shown, -1) == shown) return;
    kept.SetInt(last_shown, shown);
    kept.SetFloat(last_height, row_height);
    const float top = row_height * static_cast<float>(shown), seen_from = other_type ? 0 : ImGui::GetScrollY();
    // The headings take one row, and a bar for scrolling sideways another.
    const float seen = ImGui::GetWindowHeight() - 2 * row_height;
    const bool in_view = seen_from <= top && top + row_height <= seen_from + seen;
    const float middle = row_height * std::max(std::round((top - seen / 2) / row_height), 0.0F);
    ImGui::SetScrollY(playing || !in_view ? middle : seen_from);
}

}  // namespace

void draw_steps_table(Panel& panel) {
    const Subject subject = subject_of(panel);
    if (subject.trajectory == nullptr) {
        text(panel, "No run yet", Tone::quiet, panel.fonts.caption);
        return;
    }
    draw_head(panel, subject);
    const std::span<const TableColumn> shown_columns =
        is_curve(panel.scene.landscape()) ? std::span<const TableColumn>(curve_columns)
        : subject.true_losses != nullptr  ? std::span<const TableColumn>(columns_with_truth)
                                          : columns;
    const float least =
        panel.px(static_cast<float>(shown_columns.size()) * (38 + 7 * static_cast<float>(panel.state.table_decimals)));
    const AxisHeadings headings(panel.scene.landscape(), shown_columns);
    if (!begin_number_table(panel, "rows", headings.columns(), 0, least)) return;
    const Trajectory& trajectory = *subject.trajectory;
    const int shown = row_shown(panel.session, trajectory);
    ImGuiListClipper clipper;
    clipper.Begin(trajectory.rows(), number_row_height(panel));
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) draw_row(panel, subject, i, shown);
    }
    keep_in_view(shown, number_row_height(panel), panel.state.playing);
    ImGui::EndTable();
}

}  // namespace thalweg
