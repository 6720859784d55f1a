#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "app/panels/tables.h"
#include "app/scene/descended.h"
#include "app/scene/near_zero.h"
#include "app/scene/typeset.h"

namespace thalweg {
namespace {

constexpr std::array<TableColumn, 7> columns{
    {{"", 1.7F}, {"x", 1}, {"y", 1}, {"f", 1}, {"λ₁", 1}, {"λ₂", 1}, {"proved", 0.9F}}};

void draw_tick(const Panel& panel) {
    const float size = panel.fonts.caption->FontSize, right = ImGui::GetContentRegionAvail().x;
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float x = corner.x + right - size, y = corner.y + size / 2;
    list.PathLineTo({x, y});
    list.PathLineTo({x + 0.28F * size, y + 0.28F * size});
    list.PathLineTo({x + 0.8F * size, y - 0.35F * size});
    list.PathStroke(pack(panel.colors.accent), 0, panel.px(1.5F));
}

std::string row_tip(const StationaryPoint& point, const std::string& assumption) {
    std::string tip =
        point.global_minimum ? "No smaller value anywhere in the domain; click to look there" : "Look there";
    return point.certified ? tip + "\n" + assumption : tip;
}

void draw_row(Panel& panel, const StationaryPoint& point, int index) {
    ImFont* const font = panel.fonts.caption;
    if (begin_table_row(panel, index, false, font->FontSize)) {
        panel.requests.look_at = true;
        panel.requests.look_x = point.x;
        panel.requests.look_y = point.y;
    }
    tooltip(panel, row_tip(point, panel.scene.stationary().report.assumption));
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const float half = font->FontSize / 2;
    const bool dark = panel.session.display.theme == Theme::dark;
    const Color fill = dark ? rgb(0xFFFFFF) : panel.colors.text;
    draw_marker(*ImGui::GetWindowDrawList(), stationary_marker(point.kind), {corner.x + half, corner.y + half},
                panel.px(4.5F), pack(fill), 0, 0);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + 2 * half + panel.px(6));
    text_within(panel, name(point.kind), ImGui::GetContentRegionAvail().x, Tone::normal, font);
    const Box& domain = panel.scene.landscape().domain;
    const HeightScale& heights = panel.scene.surface().scale;
    number_cell(panel, zero_if_tiny(point.x, domain.width()), 3);
    number_cell(panel, zero_if_tiny(point.y, domain.height()), 3);
    number_cell(panel, zero_if_tiny(point.value, heights.high - heights.low), 3);
    const double largest = std::max(std::abs(point.eigenvalues[0]), std::abs(point.eigenvalues[1]));
    for (const double value : point.eigenvalues)
        number_cell(panel, zero_if_tiny(value, largest), 2, SmallNumber::keeps_its_power);
    ImGui::TableNextColumn();
    if (point.certified) draw_tick(panel);
}

void draw_progress(const Panel& panel, double share) {
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x, height = panel.px(3);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(corner, {corner.x + width, corner.y + height}, pack(panel.colors.line), height / 2);
    list.AddRectFilled(corner, {corner.x + width * static_cast<float>(std::clamp(share, 0.0, 1.0)), corner.y + height},
                       pack(panel.colors.accent), height / 2);
    ImGui::Dummy({width, height});
}

}  // namespace

void draw_stationary_table(Panel& panel) {
    const StationaryPart& part = panel.scene.stationary();
    if (part.searching) {
        text(panel, "Searching the domain …", Tone::quiet, panel.fonts.caption);
        draw_progress(panel, part.progress);
    } else {
        ImGui::BeginGroup();
        paragraph(panel, typeset(sentence(part.report, panel.scene.landscape().domain)), Tone::quiet,
                  panel.fonts.caption);
        ImGui::EndGroup();
        tooltip(panel, part.report.assumption);
    }
    if (part.report.points.empty()) return;
    const auto [right, up] = axis_names(panel.scene.landscape());
    auto named = columns;
    named[1].heading = right.c_str();
    named[2].heading = up.c_str();
    if (!begin_number_table(panel, "points", named, 0, panel.px(330))) return;
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(part.report.points.size()), number_row_height(panel));
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            draw_row(panel, part.report.points[static_cast<std::size_t>(i)], i);
        }
    }
    ImGui::EndTable();
}

}  // namespace thalweg
