#include <array>
#include <string_view>
#include <vector>

#include "app/panels/actions.h"
#include "app/panels/dialog.h"
#include "app/panels/widgets.h"

namespace thalweg {
namespace {

const std::vector<KeyLine>& pointer_lines() {
    static const std::vector<KeyLine> lines = {
        {"Drag a point", "every path follows; Shift: round numbers"},
        {"Double-click", "add a start"},
        {"Right-click a start", "remove it"},
        {"Drag", "turn the surface, move the map"},
        {"Shift or right drag", "move either view"},
        {"Wheel, two fingers", "come nearer, go back"},
        {"Ctrl click, Ctrl drag", "with one button: as the right one"},
        {"Rest on a handle", "what can be done with it"},
    };
    return lines;
}

void column(const Panel& panel, const char* title, const std::vector<KeyLine>& lines) {
    ImGui::BeginGroup();
    text(panel, title, Tone::normal, panel.fonts.strong);
    for (const KeyLine& line : lines) {
        text(panel, line.keys, Tone::accent, panel.fonts.caption);
        ImGui::SameLine(panel.px(136));  // from the group's own left edge
        text(panel, line.meaning, Tone::normal, panel.fonts.caption);
    }
    ImGui::Dummy({0, panel.px(6)});
    ImGui::EndGroup();
}

}  // namespace

void draw_help(Panel& panel) {
    if (!panel.state.show_help) return;
    const InterfaceInputs& inputs = panel.inputs;
    const bool beside = inputs.width > panel.px(860);
    ImGui::SetNextWindowPos({inputs.width / 2, inputs.height / 2}, ImGuiCond_Always, {0.5F, 0.5F});
    ImGui::SetNextWindowSizeConstraints({0, 0}, {inputs.width - panel.px(16), inputs.height - panel.px(16)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {panel.px(28), panel.px(22)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, panel.px(1));
    ImGui::Begin("help", nullptr,
                 ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_AlwaysAutoResize |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav);
    if (ImGui::IsWindowAppearing()) ImGui::SetWindowFocus();
    ImGui::BeginGroup();
    column(panel, "Pointer", pointer_lines());
    column(panel, "Before a room", key_lines(ActionGroup::presenting));
    column(panel, "Views", key_lines(ActionGroup::views));
    ImGui::EndGroup();
    if (beside) ImGui::SameLine(0, panel.px(48));
    ImGui::BeginGroup();
    column(panel, "Time", key_lines(ActionGroup::time));
    column(panel, "Landscapes and starts", key_lines(ActionGroup::landscape));
    column(panel, "Program", key_lines(ActionGroup::program));
    ImGui::EndGroup();
    if (pressed_elsewhere()) panel.state.show_help = false;
    ImGui::End();
    ImGui::PopStyleVar(2);
}

}  // namespace thalweg
