#include <algorithm>

#include "app/panels/panel.h"

namespace thalweg {

void draw_divider(Panel& panel) {
    const Area& bar = panel.layout.views.divider;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    const PanelWindow window(panel, "divider", bar, PanelWindow::Ground::background);
    ImGui::PopStyleVar();
    if (!window) return;

    ImGui::InvisibleButton("grip", {bar.width, bar.height});
    const bool held = ImGui::IsItemActive();
    if (held || ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    if (held) {
        const ViewAreas& views = panel.layout.views;
        const double span = views.surface.width + views.contour.width;
        const double at = ImGui::GetIO().MousePos.x - views.surface.x - bar.width / 2;
        if (span > 0) panel.session.display.divider = std::clamp(at / span, 0.2, 0.8);
        panel.requests.gesture = true;
    }
    if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(0)) panel.session.display.divider = Display{}.divider;

    const float middle = bar.x + bar.width / 2, grip = panel.px(18);
    const Color color = held || ImGui::IsItemHovered() ? panel.colors.accent : panel.colors.line;
    ImGui::GetWindowDrawList()->AddRectFilled({middle - panel.px(1), bar.y + bar.height / 2 - grip},
                                              {middle + panel.px(1), bar.y + bar.height / 2 + grip}, pack(color),
                                              panel.px(1));
}

}  // namespace thalweg
