#include "app/panels/recorded_list.h"

#include <fmt/format.h>

#include <cmath>
#include <string>

#include "app/panels/selection.h"
#include "app/panels/widgets.h"
#include "app/scene/legend.h"
#include "app/scene/number_format.h"

namespace thalweg {
namespace {

/// Where the true and the plane's loss are at the step shown, or why there is nothing to show.
std::string words_about(const Panel& panel, int index) {
    for (const RecordedPath& recorded : panel.scene.paths().recorded) {
        if (recorded.index != index) continue;
        const int row = row_shown(panel.session, recorded.path.trajectory);
        const auto at = static_cast<std::size_t>(row);
        const double plane = recorded.path.trajectory.losses[at];
        std::string words = fmt::format("step {} of {}", row, recorded.path.trajectory.rows() - 1);
        if (std::isfinite(plane)) words += ", plane " + format_number(plane, 4);
        if (!recorded.true_losses.empty() && std::isfinite(recorded.true_losses[at]))
            words += ", true " + format_number(recorded.true_losses[at], 4);
        return words;
    }
    return "cannot be shown";
}

void draw_row(Panel& panel, int index) {
    TrajectoryChoice& trajectory = panel.session.trajectories[static_cast<std::size_t>(index)];
    const bool chosen = index == panel.state.selected_trajectory;
    const float width = ImGui::GetContentRegionAvail().x, height = panel.px(38), eye = panel.px(24);
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (pressable(panel, "row", {std::max(width - eye, 1.0F), height})) panel.state.selected_trajectory = index;
    if (chosen || ImGui::IsItemHovered()) {
        const Color ground = chosen ? panel.colors.accent.with_alpha(0.13F) : panel.colors.text.with_alpha(0.06F);
        list.AddRectFilled(corner, {corner.x + width, corner.y + height}, pack(ground), panel.px(5));
    }
    tooltip(panel, trajectory.file);
    const float alpha = trajectory.enabled ? 1.0F : 0.4F;
    draw_marker(list, optimizer_marker(trajectory.color), {corner.x + panel.px(14), corner.y + height / 2}, panel.px(6),
                pack(optimizer_color(trajectory.color).with_alpha(alpha)), 0, 0);
    const float left = corner.x + panel.px(29), room = corner.x + width - panel.px(4) - left;
    ImFont* const caption = panel.fonts.caption;
    write(list, panel.fonts.body, {left, corner.y + panel.px(1)}, pack(panel.colors.text.with_alpha(alpha)),
          shortened(panel.fonts.body, trajectory_name(trajectory), room - eye));
    const std::string words = trajectory.enabled ? words_about(panel, index) : "recorded, hidden";
    write(list, caption, {left, corner.y + height - caption->FontSize - panel.px(2.5F)},
          pack(panel.colors.quiet_text.with_alpha(alpha)), shortened(caption, words, room));
    ImGui::SetCursorScreenPos({corner.x + width - eye, corner.y});
    if (icon_button(panel, "on", trajectory.enabled ? Icon::eye : Icon::eye_closed,
                    trajectory.enabled ? "Hide this path" : "Show this path", {.size = 24, .icon = 13}))
        trajectory.enabled = !trajectory.enabled;
    ImGui::SetCursorScreenPos({corner.x, corner.y + height + panel.px(1)});
}

}  // namespace

void draw_recorded_rows(Panel& panel) {
    for (int i = 0; i < static_cast<int>(panel.session.trajectories.size()); ++i) {
        ImGui::PushID("recorded");
        ImGui::PushID(i);
        draw_row(panel, i);
        ImGui::PopID();
        ImGui::PopID();
    }
}

bool draw_recorded_details(Panel& panel) {
    const int index = panel.state.selected_trajectory;
    auto& all = panel.session.trajectories;
    if (index < 0 || index >= static_cast<int>(all.size())) return false;
    text_within(panel, trajectory_name(all[static_cast<std::size_t>(index)]), ImGui::GetContentRegionAvail().x,
                Tone::normal, panel.fonts.strong);
    paragraph(panel, "A descent recorded elsewhere, from " + all[static_cast<std::size_t>(index)].file, Tone::quiet,
              panel.fonts.caption);
    paragraph(panel, words_about(panel, index), Tone::normal, panel.fonts.caption);
    for (const std::string& complaint : panel.scene.paths().complaints)
        paragraph(panel, complaint, Tone::error, panel.fonts.caption);
    if (text_button(panel, "Remove")) {
        all.erase(all.begin() + index);
        panel.state.selected_trajectory = -1;
    }
    return true;
}

}  // namespace thalweg
