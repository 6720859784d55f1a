#include "app/panels/dialog.h"

#include <imgui.h>

#include <algorithm>

#include "app/panels/widgets.h"

namespace thalweg {

void begin_dialog(Panel& panel, const char* id, std::string_view heading, float width, bool& open) {
    const InterfaceInputs& inputs = panel.inputs;
    width = std::min(panel.px(width), inputs.width - panel.px(16));
    // Above the place of messages, where there is room.
    const float top = inputs.height > panel.px(560) ? panel.layout.top_bar.height + panel.px(24) : panel.px(8);
    ImGui::SetNextWindowPos({inputs.width / 2, top}, ImGuiCond_Always, {0.5F, 0});
    ImGui::SetNextWindowSizeConstraints({width, 0}, {width, std::max(inputs.height - top - panel.px(8), 1.0F)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {panel.px(20), panel.px(16)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, panel.px(1));
    ImGui::Begin(id, nullptr,
                 ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_AlwaysAutoResize |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav);
    if (ImGui::IsWindowAppearing()) ImGui::SetWindowFocus();
    text(panel, heading, Tone::normal, panel.fonts.strong);
    ImGui::SameLine(width - panel.px(42));
    if (icon_button(panel, "close", Icon::cross, {}, {.size = 22, .icon = 11})) open = false;
    ImGui::Dummy({0, panel.px(2)});
}

void end_dialog() {
    ImGui::End();
    ImGui::PopStyleVar(2);
}

bool pressed_elsewhere() {
    constexpr int own = ImGuiHoveredFlags_RootAndChildWindows | ImGuiHoveredFlags_AllowWhenBlockedByActiveItem;
    return ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !ImGui::IsWindowAppearing() && !ImGui::IsWindowHovered(own);
}

}  // namespace thalweg
