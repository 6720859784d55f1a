#include <fmt/format.h>

#include <cstddef>
#include <span>
#include <string>

#include "app/panels/actions.h"
#include "app/panels/study.h"
#include "app/panels/widgets.h"

namespace thalweg {
namespace {

constexpr float lens_name_width = 200;  // design pixels

/// The menu of lenses, in two columns: in one they are higher than a small window.
void draw_lens_menu(Panel& panel) {
    Session& session = panel.session;
    const LensRow* const open = find_lens(session.study.lens);
    const bool pressed = tab(panel, "Lens", open != nullptr, panel.px(30), panel.fonts.caption);
    tooltip(panel, fmt::format("A closer look at one point: {} finds each by name", key_for("find anything by name")));
    if (!popup_below(panel, "lenses", pressed)) return;
    const std::span<const LensRow> rows = lens_rows();
    const std::size_t half = (rows.size() + 1) / 2;
    if (ImGui::BeginTable("two columns", 2)) {
        for (const char* column : {"left", "right"})
            ImGui::TableSetupColumn(column, ImGuiTableColumnFlags_WidthFixed, panel.px(lens_name_width));
        for (std::size_t cell = 0; cell < 2 * half; ++cell) {
            ImGui::TableNextColumn();
            const std::size_t index = cell / 2 + (cell % 2) * half;
            if (index >= rows.size()) continue;
            const LensRow& row = rows[index];
            const std::string label(row.name);
            if (menu_row(panel, label.c_str(), {}, &row == open)) toggle_lens(session, panel.state, row.kind);
            tooltip(panel, row.hint);
        }
        ImGui::EndTable();
    }
    ImGui::EndPopup();
}

/// Switches of what opens at the right edge.
void draw_table_switches(Panel& panel) {
    InterfaceState& state = panel.state;
    const auto width = [&](const char* label) { return tab_width(panel, label, panel.fonts.caption); };
    const float wanted = width("Lens") + width("Steps") + width("Stationary points");
    const float start = ImGui::GetWindowWidth() - panel.px(6) - wanted;
    if (start < ImGui::GetCursorPosX() - ImGui::GetScrollX()) return;
    ImGui::SameLine(start);
    draw_lens_menu(panel);
    ImGui::SameLine(0, 0);
    const bool lens_open = panel.session.study.lens != LensKind::none;
    if (tab(panel, "Steps", state.show_steps_table && !lens_open, panel.px(30), panel.fonts.caption)) {
        state.show_steps_table = lens_open || !state.show_steps_table;
        panel.session.study.lens = LensKind::none;
    }
    tooltip(panel, "The table of steps");
    ImGui::SameLine(0, 0);
    if (tab(panel, "Stationary points", state.show_stationary_table && !lens_open, panel.px(30), panel.fonts.caption)) {
        state.show_stationary_table = lens_open || !state.show_stationary_table;
        panel.session.study.lens = LensKind::none;
    }
    tooltip(panel, "The table of stationary points");
}

void draw_content(Panel& panel, bool inspector, float width) {
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {panel.px(8), 0});
    if (ImGui::BeginChild(inspector ? "inspector" : "optimizers", {width, 0})) {
        if (inspector) {
            draw_inspector(panel);
        } else {
            draw_optimizers(panel);
        }
    }
    ImGui::EndChild();
    ImGui::PopStyleVar();
}

}  // namespace

void draw_dock(Panel& panel) {
    const Area& area = panel.layout.dock;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {panel.px(12), panel.px(4)});
    const PanelWindow window(panel, "dock", area, PanelWindow::Ground::panel,
                             ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleVar();
    if (!window) return;
    hairline(panel, {area.x, area.y + panel.px(10), 0, area.height - panel.px(20)});

    InterfaceState& state = panel.state;
    const bool both = state.show_optimizers && state.show_inspector;
    const bool beside = both && panel.layout.dock_holds_both;
    const bool inspector = state.show_inspector && (!state.show_optimizers || state.inspector_in_front);
    const float height = panel.px(30), gap = panel.px(24);
    const float half = (ImGui::GetContentRegionAvail().x - gap) / 2;
    if (state.show_optimizers && tab(panel, "Optimizers", beside || !inspector, height, panel.fonts.caption)) {
        state.inspector_in_front = false;
    }
    if (both) ImGui::SameLine(beside ? panel.px(12) + half + gap : 0, 0);
    if (state.show_inspector && tab(panel, "Inspector", beside || inspector, height, panel.fonts.caption)) {
        state.inspector_in_front = true;
    }
    ImGui::SameLine(0, 0);
    draw_table_switches(panel);

    if (!beside) {
        draw_content(panel, inspector, 0);
        return;
    }
    draw_content(panel, false, half);
    ImGui::SameLine(0, gap);
    draw_content(panel, true, 0);
}

}  // namespace thalweg
