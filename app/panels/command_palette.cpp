#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <string>
#include <vector>

#include "app/panels/commands.h"
#include "app/panels/imgui_versions.h"
#include "app/panels/widgets.h"

namespace thalweg {
namespace {

// Design pixels.
constexpr float palette_width = 580, field_height = 56, row_height = 34, edge = 8;
constexpr int most_rows = 9;

/// The name, with what was typed set off from the rest.
void write_name(const Panel& panel, ImVec2 at, const std::string& name, const std::vector<std::size_t>& places) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImFont* const font = panel.fonts.body;
    std::size_t from = 0;
    while (from < name.size()) {
        const bool matched = std::ranges::binary_search(places, from);
        std::size_t to = from + 1;
        while (to < name.size() && std::ranges::binary_search(places, to) == matched) ++to;
        const std::string_view piece = std::string_view(name).substr(from, to - from);
        write(list, font, at, pack(matched ? panel.colors.accent : panel.colors.text), piece);
        at.x += text_width(font, piece);
        from = to;
    }
}

/// The key in a frame, ending at `right`; how wide it is.
float draw_key(const Panel& panel, const std::string& key, float right, float middle) {
    if (key.empty()) return 0;
    ImFont* const font = panel.fonts.caption;
    const float width = text_width(font, key) + panel.px(14), half = panel.px(10);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({right - width, middle - half}, {right, middle + half},
                       pack(blend(panel.colors.panel, panel.colors.text, 0.08F)), panel.px(5));
    list.AddRect({right - width, middle - half}, {right, middle + half}, pack(panel.colors.line), panel.px(5), 0,
                 std::max(1.0F, panel.px(1)));
    write(list, font, {right - width + panel.px(7), middle - font->FontSize / 2}, pack(panel.colors.quiet_text), key);
    return width;
}

/// True when the row was clicked.
bool draw_row(Panel& panel, const Command& command, const FoundCommand& found, int index) {
    CommandPalette& palette = panel.state.palette;
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x, height = panel.px(row_height);
    ImGui::PushID(index);
    const bool clicked = ImGui::InvisibleButton("row", {width, height});
    ImGui::PopID();
    const ImVec2 moved = ImGui::GetIO().MouseDelta;
    if (ImGui::IsItemHovered() && (moved.x != 0 || moved.y != 0)) palette.chosen = index;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float middle = corner.y + height / 2;
    if (palette.chosen == index) {
        list.AddRectFilled(corner, {corner.x + width, corner.y + height}, pack(panel.colors.accent.with_alpha(0.16F)),
                           panel.px(6));
        list.AddRectFilled({corner.x, corner.y + panel.px(7)},
                           {corner.x + panel.px(3), corner.y + height - panel.px(7)}, pack(panel.colors.accent),
                           panel.px(2));
    }
    const float key = draw_key(panel, command.key, corner.x + width - panel.px(10), middle);
    write_name(panel, {corner.x + panel.px(14), middle - panel.fonts.body->FontSize / 2}, command.name, found.places);
    const float right = corner.x + width - panel.px(12) - key;
    const float room = right - corner.x - panel.px(36) - text_width(panel.fonts.body, command.name);
    const std::string kind = shortened(panel.fonts.caption, command.kind, std::max(room, 0.0F));
    write(list, panel.fonts.caption,
          {right - text_width(panel.fonts.caption, kind), middle - panel.fonts.caption->FontSize / 2},
          pack(panel.colors.quiet_text), kind);
    return clicked;
}

void draw_field(Panel& panel, float width) {
    CommandPalette& palette = panel.state.palette;
    ImFont* const font = panel.fonts.title;
    ImGui::PushFont(font);
    ImGui::PushStyleColor(ImGuiCol_FrameBg, pack(panel.colors.panel.with_alpha(0)));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {panel.px(14), (panel.px(field_height) - font->FontSize) / 2});
    ImGui::SetNextItemWidth(width);
    const bool edited =
        ImGui::InputTextWithHint("##typed", "Find a landscape, an optimizer, an action…", &palette.typed);
    if (!ImGui::IsAnyItemActive() && !ImGui::IsMouseDown(0)) ImGui::SetKeyboardFocusHere(-1);
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
    ImGui::PopFont();
    if (edited) palette.chosen = 0;
}

/// Index of the row that was chosen, or -1.
int draw_list(Panel& panel, const std::vector<Command>& all, const std::vector<FoundCommand>& found) {
    CommandPalette& palette = panel.state.palette;
    const int last = static_cast<int>(found.size()) - 1, before = palette.chosen;
    if (is_pressed(ImGuiKey_DownArrow)) ++palette.chosen;
    if (is_pressed(ImGuiKey_UpArrow)) --palette.chosen;
    if (is_pressed(ImGuiKey_PageDown)) palette.chosen += most_rows;
    if (is_pressed(ImGuiKey_PageUp)) palette.chosen -= most_rows;
    palette.chosen = std::clamp(palette.chosen, 0, std::max(last, 0));
    if (found.empty()) {
        ImGui::SetCursorPosX(ImGui::GetCursorPosX() + panel.px(14));
        text(panel, "Nothing of that name.", Tone::quiet, panel.fonts.caption);
        return -1;
    }
    int chosen = is_pressed(ImGuiKey_Enter) || is_pressed(keypad_enter) ? palette.chosen : -1;
    const bool by_key = palette.chosen != before;
    for (int i = 0; i <= last; ++i) {
        const FoundCommand& row = found[static_cast<std::size_t>(i)];
        if (draw_row(panel, all[row.command], row, i)) chosen = i;
        if (by_key && i == palette.chosen && !ImGui::IsItemVisible()) ImGui::SetScrollHereY();
    }
    return chosen;
}

/// What lies behind steps back.
void draw_ground(const Panel& panel, const Area& box) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({0, 0}, {panel.inputs.width, panel.inputs.height},
                       pack(blend(panel.colors.background, rgb(0x000000), 0.5F).with_alpha(0.45F)));
    const ImVec2 low{box.x, box.y}, high{box.x + box.width, box.y + box.height};
    for (int i = 6; i > 0; --i) {
        const float spread = panel.px(static_cast<float>(4 * i));
        list.AddRectFilled({low.x - spread, low.y - spread / 2}, {high.x + spread, high.y + spread * 1.3F},
                           pack(rgb(0x000000).with_alpha(0.035F)), panel.px(12) + spread);
    }
    list.AddRectFilled(low, high, pack(panel.colors.panel), panel.px(12));
    list.AddRect(low, high, pack(panel.colors.line), panel.px(12), 0, std::max(1.0F, panel.px(1)));
}

}  // namespace

void draw_command_palette(Panel& panel) {
    CommandPalette& palette = panel.state.palette;
    if (!palette.open) return;
    const InterfaceInputs& inputs = panel.inputs;
    const std::vector<Command> all = commands(panel.session, panel.state.opening, inputs.catalogue);
    const std::vector<FoundCommand> found = find_commands(all, palette.typed);
    const float width = std::min(panel.px(palette_width), inputs.width - panel.px(24));
    const float room = 0.8F * inputs.height - panel.px(field_height + 2 * edge);
    const int rows = std::clamp(static_cast<int>(found.size()), 1, most_rows);
    const float list_height = std::min(static_cast<float>(rows) * panel.px(row_height), room);
    const Area box{(inputs.width - width) / 2, 0.13F * inputs.height, width,
                   panel.px(field_height + 2 * edge) + list_height};

    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({inputs.width, inputs.height});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::Begin("command palette", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav);
    if (ImGui::IsWindowAppearing()) ImGui::SetWindowFocus();
    draw_ground(panel, box);
    ImGui::SetCursorScreenPos({box.x, box.y});
    draw_field(panel, box.width);
    const float under = box.y + panel.px(field_height);
    hairline(panel, {box.x, under, box.width, 0});
    ImGui::SetCursorScreenPos({box.x + panel.px(edge), under + panel.px(edge)});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    if (ImGui::BeginChild("found", {box.width - panel.px(2 * edge), list_height})) {
        const int chosen = draw_list(panel, all, found);
        if (chosen >= 0) {
            palette.open = false;
            all[found[static_cast<std::size_t>(chosen)].command].perform(
                {panel.session, panel.state, panel.requests, panel.scene, inputs.catalogue});
        }
    }
    ImGui::EndChild();
    ImGui::PopStyleVar();
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const bool elsewhere = ImGui::IsMouseClicked(0) && !box.contains(mouse.x, mouse.y);
    if (elsewhere || is_pressed(ImGuiKey_Escape)) palette.open = false;
    ImGui::End();
    ImGui::PopStyleVar(2);
}

}  // namespace thalweg
