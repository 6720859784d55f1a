#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>

#include "app/panels/dialog.h"
#include "app/panels/widgets.h"

namespace thalweg {
namespace {

// Design pixels.
constexpr float list_width = 560, row_height = 40;

/// A file: its name, and below it where it is.
bool file_row(const Panel& panel, const RecentFile& file) {
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x, height = panel.px(row_height);
    const bool pressed = pressable(panel, file.file.c_str(), {width, height});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (ImGui::IsItemHovered())
        list.AddRectFilled(corner, {corner.x + width, corner.y + height}, pack(panel.colors.accent.with_alpha(0.16F)),
                           panel.px(6));
    tooltip(panel, file.file);
    const float left = corner.x + panel.px(10), gap = panel.px(2), room = width - panel.px(20);
    const float top = corner.y + (height - panel.fonts.body->FontSize - panel.fonts.caption->FontSize - gap) / 2;
    write(list, panel.fonts.body, {left, top}, pack(panel.colors.text), shortened(panel.fonts.body, file.name, room));
    write(list, panel.fonts.caption, {left, top + panel.fonts.body->FontSize + gap}, pack(panel.colors.quiet_text),
          shortened(panel.fonts.caption, file.note, room));
    return pressed;
}

void ask_for(Panel& panel, const std::string& file) {
    if (file.empty()) return;
    panel.requests.open_here = file;
    panel.state.opening.open = false;
    panel.state.opening.typed.clear();
}

/// A path can be typed; whoever has a file manager drops the file on the window.
void draw_field(Panel& panel) {
    OpenList& list = panel.state.opening;
    const float button = text_width(panel.fonts.caption, "Open") + panel.px(20);
    ImGui::SetNextItemWidth(std::max(ImGui::GetContentRegionAvail().x - button - panel.px(10), 1.0F));
    ImGui::PushFont(panel.fonts.caption);
    const bool entered = ImGui::InputTextWithHint("##path", "A path; or drop a file on the window", &list.typed,
                                                  ImGuiInputTextFlags_EnterReturnsTrue);
    ImGui::PopFont();
    ImGui::SameLine(0, panel.px(10));
    if (text_button(panel, "Open", !list.typed.empty()) || entered) ask_for(panel, list.typed);
}

float top_of_views(const Panel& panel) {
    const ViewAreas& views = panel.layout.views;
    for (const Area* area : {&views.surface, &views.contour, &views.curve})
        if (area->width > 0) return area->y;
    return panel.layout.top_bar.height;
}

}  // namespace

void draw_open_list(Panel& panel) {
    OpenList& list = panel.state.opening;
    if (!list.open) return;
    begin_dialog(panel, "open", "Open", list_width, list.open);
    draw_field(panel);
    ImGui::Dummy({0, panel.px(4)});
    paragraph(panel,
              list.recent.empty() ? "Sessions, pictures that Thalweg has saved, grids of values and recorded "
                                    "descents (.csv, .npy, .npz, HDF5) can be opened. Files that were opened or "
                                    "saved will stand here."
                                  : "Opened or saved before",
              Tone::quiet, panel.fonts.caption);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    std::string chosen;
    for (const RecentFile& file : list.recent)
        if (file_row(panel, file)) chosen = file.file;
    ImGui::PopStyleVar();
    ask_for(panel, chosen);
    if (pressed_elsewhere()) list.open = false;
    end_dialog();
}

void draw_left_behind(Panel& panel) {
    const OpenList& list = panel.state.opening;
    if (list.left_behind.empty()) return;
    ImGui::SetNextWindowPos({panel.inputs.width / 2, top_of_views(panel) + panel.px(10)}, ImGuiCond_Always, {0.5F, 0});
    ImGui::SetNextWindowSizeConstraints({0, 0}, {panel.inputs.width - panel.px(24), panel.inputs.height});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, panel.px(1));
    ImGui::Begin("left behind", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoNav);
    const char *go_on = "Go on where you were", *afresh = "Start afresh";
    const float buttons =
        text_width(panel.fonts.caption, go_on) + text_width(panel.fonts.caption, afresh) + panel.px(60);
    ImGui::AlignTextToFramePadding();
    text_within(panel, "Thalweg ended unexpectedly: " + list.left_behind, panel.inputs.width - panel.px(60) - buttons);
    ImGui::SameLine();
    if (text_button(panel, go_on)) panel.requests.go_on = true;
    ImGui::SameLine();
    if (text_button(panel, afresh)) panel.requests.start_afresh = true;
    ImGui::End();
    ImGui::PopStyleVar();
}

}  // namespace thalweg
