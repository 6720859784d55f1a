#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>

#include "app/panels/scroll_edge.h"
#include "app/panels/slider.h"
#include "app/panels/widgets.h"
#include "app/scene/curve.h"
#include "app/scene/descended.h"

namespace thalweg {
namespace {

/// A place for a new start: the middle of the domain, moved a little off the starts that are there.
Start new_start(const Session& session) {
    const Box& domain = session.landscape.domain;
    const double shift = 0.07 * static_cast<double>(session.starts.size() % 6);
    return {domain.x0 + (0.5 + shift) * domain.width(), domain.y0 + (0.5 - shift) * domain.height()};
}

/// "Starts  (x, z)".
std::string heading_of(const LandscapePart& part) {
    const auto [right, up] = axis_names(part);
    return "Starts  (" + right + ", " + up + ")";
}

void draw_start(Panel& panel, std::size_t index, float field, std::optional<std::size_t>& removed) {
    Start& start = panel.session.starts[index];
    const bool selected = static_cast<int>(index) == panel.state.selected_start;
    const float height = ImGui::GetFrameHeight(), number = panel.px(22);
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const auto select = [&] {
        panel.state.selected_start = static_cast<int>(index);
        panel.state.nudged = Nudged::start;
    };
    if (pressable(panel, "select", {number, height})) select();
    const std::string name = std::to_string(index + 1);
    const bool bright = selected || ImGui::IsItemHovered();
    write(*ImGui::GetWindowDrawList(), panel.fonts.caption,
          {corner.x, corner.y + (height - panel.fonts.caption->FontSize) / 2},
          pack(selected ? panel.colors.accent
               : bright ? panel.colors.text
                        : panel.colors.quiet_text),
          name);
    tooltip(panel, "Select this start; the arrow keys nudge it");

    ImGui::SameLine(0, 0);
    const Start before = start;
    number_field(panel, "##x", start.x, field);
    bool held = ImGui::IsItemActive();
    if (!is_curve(panel.scene.landscape())) {
        ImGui::SameLine(0, panel.px(6));
        number_field(panel, "##y", start.y, field);
        held |= ImGui::IsItemActive();
    }
    if (held || start != before) select();
    ImGui::SameLine(0, panel.px(2));
    if (icon_button(panel, "remove", Icon::cross, "Remove this start", {.size = 22, .icon = 10})) removed = index;
}

}  // namespace

void draw_starts(Panel& panel) {
    std::vector<Start>& starts = panel.session.starts;
    const float width = ImGui::GetContentRegionAvail().x;
    ImGui::AlignTextToFramePadding();
    heading(panel, starts.empty()                      ? "No start: double-click in a view, or"
                   : is_curve(panel.scene.landscape()) ? "Starts  (x)"
                                                       : heading_of(panel.scene.landscape()));
    ImGui::SameLine(ImGui::GetCursorPosX() + width - panel.px(24));
    const bool room = starts.size() < static_cast<std::size_t>(most_starts);
    if (icon_button(panel, "add", Icon::plus, "Add a start", {.enabled = room, .size = 22, .icon = 11})) {
        starts.push_back(new_start(panel.session));
        panel.state.selected_start = static_cast<int>(starts.size()) - 1;
    }

    ImGui::PushFont(panel.fonts.caption);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {panel.px(6), panel.px(3)});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {panel.px(6), panel.px(3)});
    if (ImGui::BeginChild("starts")) {
        const float field = std::max((ImGui::GetContentRegionAvail().x - panel.px(22 + 6 + 2 + 22)) / 2, panel.px(20));
        std::optional<std::size_t> removed;
        for (std::size_t i = 0; i < starts.size(); ++i) {
            ImGui::PushID(static_cast<int>(i));
            draw_start(panel, i, field, removed);
            ImGui::PopID();
        }
        if (removed) {
            starts.erase(starts.begin() + static_cast<std::ptrdiff_t>(*removed));
            panel.state.selected_start =
                std::clamp(panel.state.selected_start, 0, std::max(static_cast<int>(starts.size()) - 1, 0));
        }
    }
    soften_edges(panel);
    ImGui::EndChild();
    ImGui::PopStyleVar(2);
    ImGui::PopFont();
}

}  // namespace thalweg
