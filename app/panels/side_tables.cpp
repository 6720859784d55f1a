#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>

#include "app/panels/tables.h"
#include "app/panels/widgets.h"

namespace thalweg {
namespace {

/// The heading of a table, with the button that closes it.
void draw_head(const Panel& panel, const char* words, bool& shown) {
    const float right = ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x - panel.px(24);
    ImGui::AlignTextToFramePadding();
    text(panel, words, Tone::normal, panel.fonts.strong);
    ImGui::SameLine(right);
    if (icon_button(panel, "close", Icon::cross, "Close this table", {.size = 24, .icon = 11})) shown = false;
}

}  // namespace

void draw_side_tables(Panel& panel) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {panel.px(12), panel.px(8)});
    const PanelWindow window(panel, "side", panel.layout.side);
    ImGui::PopStyleVar();
    if (!window) return;

    InterfaceState& state = panel.state;
    const bool both = state.show_steps_table && state.show_stationary_table;
    const float height = both ? (ImGui::GetContentRegionAvail().y - panel.px(8)) / 2 : 0;
    if (state.show_steps_table) {
        if (ImGui::BeginChild("steps", {0, height})) {
            draw_head(panel, "Steps", state.show_steps_table);
            draw_steps_table(panel);
        }
        ImGui::EndChild();
    }
    if (state.show_stationary_table) {
        if (ImGui::BeginChild("stationary", {0, height})) {
            draw_head(panel, "Stationary points", state.show_stationary_table);
            draw_stationary_table(panel);
        }
        ImGui::EndChild();
    }
}

}  // namespace thalweg
