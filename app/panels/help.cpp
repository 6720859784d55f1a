#include <array>

#include "app/panels/widgets.h"

namespace thalweg {
namespace {

struct Line {
    const char* keys;
    const char* meaning;
};

constexpr std::array<Line, 10> pointer_lines{{
    {"Drag a start", "every path follows"},
    {"Double-click", "add a start"},
    {"Right-click a start", "remove it"},
    {"Drag", "turn the surface, move the map"},
    {"Shift or right drag", "move the surface"},
    {"Wheel", "come nearer, go back"},
    {"F", "look at the point under the pointer"},
    {"R", "fit both views"},
    {"Arrow keys", "nudge the selected start"},
    {"Delete", "remove the selected start"},
}};

constexpr std::array<Line, 12> key_lines{{
    {"Space", "play, pause"},
    {",   .", "one step back, one step forward"},
    {"Home   End", "to the start, to the end"},
    {"1 – 9", "group of landscapes"},
    {"Page Up   Page Down", "landscape within the group"},
    {"Ctrl Z   Ctrl Y", "undo, redo"},
    {"Ctrl S", "save the session"},
    {"Ctrl +   Ctrl −", "larger, smaller interface"},
    {"P", "screenshot"},
    {"T", "dark or light theme"},
    {"F5   F11   Esc", "projector mode and back"},
    {"F1   ?", "this help"},
}};

void column(const Panel& panel, const char* title, const auto& lines) {
    ImGui::BeginGroup();
    text(panel, title, Tone::normal, panel.fonts.strong);
    for (const Line& line : lines) {
        text(panel, line.keys, Tone::accent, panel.fonts.caption);
        ImGui::SameLine(panel.px(140));  // from the group's own left edge
        text(panel, line.meaning, Tone::normal, panel.fonts.caption);
    }
    ImGui::EndGroup();
}

}  // namespace

void draw_help(Panel& panel) {
    if (!panel.state.show_help) return;
    const InterfaceInputs& inputs = panel.inputs;
    const bool beside = inputs.width > panel.px(800);
    ImGui::SetNextWindowPos({inputs.width / 2, inputs.height / 2}, ImGuiCond_Always, {0.5F, 0.5F});
    ImGui::SetNextWindowSizeConstraints({0, 0}, {inputs.width - panel.px(16), inputs.height - panel.px(16)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {panel.px(28), panel.px(22)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, panel.px(1));
    ImGui::Begin("help", nullptr,
                 ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_AlwaysAutoResize |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav);
    if (ImGui::IsWindowAppearing()) ImGui::SetWindowFocus();
    column(panel, "Pointer", pointer_lines);
    if (beside) ImGui::SameLine(0, panel.px(48));
    column(panel, "Keys", key_lines);
    const bool elsewhere = ImGui::IsMouseClicked(0) && !ImGui::IsWindowHovered(ImGuiHoveredFlags_RootAndChildWindows);
    if (elsewhere && !ImGui::IsWindowAppearing()) panel.state.show_help = false;
    ImGui::End();
    ImGui::PopStyleVar(2);
}

}  // namespace thalweg
