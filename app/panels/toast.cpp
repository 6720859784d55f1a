#include "app/panels/widgets.h"

namespace thalweg {

void draw_toast(Panel& panel) {
    InterfaceState& state = panel.state;
    if (state.toast.empty() || ImGui::GetTime() > state.toast_until) return;
    const float lower = panel.inputs.height - panel.layout.playback.height - panel.px(20);
    ImGui::SetNextWindowPos({panel.inputs.width / 2, lower}, ImGuiCond_Always, {0.5F, 1});
    ImGui::SetNextWindowSizeConstraints({0, 0}, {panel.inputs.width - panel.px(24), panel.inputs.height});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, panel.px(1));
    ImGui::Begin("toast", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoNav);
    const float buttons = state.toast_file.empty() ? panel.px(40) : panel.px(110);
    ImGui::AlignTextToFramePadding();
    text_within(panel, state.toast, panel.inputs.width - panel.px(60) - buttons);
    if (!state.toast_file.empty()) {
        ImGui::SameLine();
        if (text_button(panel, "Open")) panel.requests.open_file = state.toast_file;
    }
    ImGui::SameLine();
    if (icon_button(panel, "close", Icon::cross, {}, {.size = 24, .icon = 10})) state.toast.clear();
    ImGui::End();
    ImGui::PopStyleVar();
}

}  // namespace thalweg
