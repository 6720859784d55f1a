#include "app/panels/tables.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "app/panels/key_focus.h"
#include "app/scene/number_format.h"

namespace thalweg {
namespace {

void right_aligned(const Panel& panel, std::string_view words, Tone tone) {
    const float width = text_width(panel.fonts.caption, words);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + std::max(ImGui::GetContentRegionAvail().x - width, 0.0F));
    text(panel, words, tone, panel.fonts.caption);
}

/// Above and below a row's letters; whole pixels, so that all rows are of one height.
float row_padding(const Panel& panel) {
    return std::round(panel.px(2));
}

}  // namespace

float number_row_height(const Panel& panel) {
    return std::floor(panel.fonts.caption->FontSize + row_padding(panel)) + row_padding(panel);
}

bool begin_number_table(const Panel& panel, const char* id, std::span<const TableColumn> columns, float height,
                        float least_width) {
    const float width = ImGui::GetContentRegionAvail().x;
    ImGuiTableFlags flags = ImGuiTableFlags_ScrollY | ImGuiTableFlags_SizingStretchProp |
                            ImGuiTableFlags_NoSavedSettings | ImGuiTableFlags_BordersInnerH |
                            ImGuiTableFlags_NoPadOuterX;
    if (least_width > width) flags |= ImGuiTableFlags_ScrollX;
    ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, {panel.px(3), row_padding(panel)});
    const bool begun =
        ImGui::BeginTable(id, static_cast<int>(columns.size()), flags, {0, height}, std::max(least_width, 0.0F));
    ImGui::PopStyleVar();
    if (!begun) return false;
    for (const TableColumn& column : columns) {
        ImGui::TableSetupColumn(column.heading, ImGuiTableColumnFlags_WidthStretch, column.share);
    }
    ImGui::TableSetupScrollFreeze(0, 1);
    ImGui::TableNextRow();
    for (const TableColumn& column : columns) {
        ImGui::TableNextColumn();
        right_aligned(panel, column.heading, Tone::quiet);
    }
    return true;
}

void number_cell(const Panel& panel, double value, int decimals, SmallNumber small) {
    ImGui::TableNextColumn();
    std::string words = format_fixed(value, decimals);
    const bool vanishes = value != 0 && std::abs(value) < 0.5 * std::pow(10.0, -decimals);
    if (vanishes && small == SmallNumber::keeps_its_power) words = format_number(value, 2);
    if (text_width(panel.fonts.caption, words) > ImGui::GetContentRegionAvail().x) words = format_number(value, 3);
    right_aligned(panel, words, Tone::normal);
}

bool begin_table_row(const Panel& panel, int index, bool chosen, float height) {
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    ImGui::PushID(index);
    ImGui::PushFont(panel.fonts.caption);
    const bool clicked = ImGui::Selectable("##row", chosen, ImGuiSelectableFlags_SpanAllColumns, {0, height});
    const bool pressed = pressed_by_key(panel) || clicked;
    ImGui::PopFont();
    ImGui::PopID();
    ImGui::SameLine(0, 0);
    return pressed;
}

}  // namespace thalweg
