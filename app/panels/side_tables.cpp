#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>

#include "app/panels/scroll_edge.h"
#include "app/panels/tables.h"
#include "app/panels/widgets.h"

namespace thalweg {
namespace {

/// The heading of a table or lens, with the button that closes it; true when that was pressed.
bool draw_head(const Panel& panel, std::string_view words) {
    const float right = ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x - panel.px(24);
    ImGui::AlignTextToFramePadding();
    text(panel, words, Tone::normal, panel.fonts.strong);
    ImGui::SameLine(right);
    return icon_button(panel, "close", Icon::cross, "Close this", {.size = 24, .icon = 11});
}

void draw_lens(Panel& panel) {
    const LensRow* const lens = find_lens(panel.session.study.lens);
    if (lens == nullptr) return;
    const bool closed = draw_head(panel, lens->name);
    if (ImGui::BeginChild("lens")) panel.inputs.draw_lens(panel);
    soften_edges(panel);
    ImGui::EndChild();
    if (closed) panel.session.study.lens = LensKind::none;
}

}  // namespace

void draw_side_tables(Panel& panel) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {panel.px(12), panel.px(8)});
    const PanelWindow window(panel, "side", panel.layout.side);
    ImGui::PopStyleVar();
    if (!window) return;

    InterfaceState& state = panel.state;
    if (panel.session.study.lens != LensKind::none) return draw_lens(panel);
    const bool both = state.show_steps_table && state.show_stationary_table;
    const float height = both ? (ImGui::GetContentRegionAvail().y - panel.px(8)) / 2 : 0;
    if (state.show_steps_table) {
        if (ImGui::BeginChild("steps", {0, height})) {
            if (draw_head(panel, "Steps")) state.show_steps_table = false;
            draw_steps_table(panel);
        }
        ImGui::EndChild();
    }
    if (state.show_stationary_table) {
        if (ImGui::BeginChild("stationary", {0, height})) {
            if (draw_head(panel, "Stationary points")) state.show_stationary_table = false;
            draw_stationary_table(panel);
        }
        ImGui::EndChild();
    }
}

}  // namespace thalweg
