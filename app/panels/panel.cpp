#include "app/panels/panel.h"

namespace thalweg {

PanelWindow::PanelWindow(const Panel& panel, const char* name, const Area& area, Ground ground,
                         ImGuiWindowFlags flags) {
    if (area.width < 1 || area.height < 1) return;
    begun_ = true;
    ImGui::SetNextWindowPos({area.x, area.y});
    ImGui::SetNextWindowSize({area.width, area.height});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0);
    if (ground == Ground::background) ImGui::PushStyleColor(ImGuiCol_WindowBg, pack(panel.colors.background));
    // A panel that appears takes no keyboard away from the field that is being typed in.
    shown_ = ImGui::Begin(name, nullptr,
                          flags | (ground == Ground::none ? ImGuiWindowFlags_NoBackground : 0) |
                              ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                              ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoSavedSettings |
                              ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoFocusOnAppearing |
                              ImGuiWindowFlags_NoNav);
    if (ground == Ground::background) ImGui::PopStyleColor();
    ImGui::PopStyleVar();
}

PanelWindow::~PanelWindow() {
    if (begun_) ImGui::End();
}

}  // namespace thalweg
