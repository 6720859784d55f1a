#include "app/panels/panel.h"
#include "app/panels/view_share.h"

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
    if (!held && ImGui::IsItemHovered()) panel.requests.hint = "drag: share the width · double-click: as at first";
    if (held) {
        const ViewAreas& views = panel.layout.views;
        const float span = views.surface.width + views.contour.width;
        const float at = ImGui::GetIO().MousePos.x - views.surface.x - bar.width / 2;
        if (span > 0) panel.session.display.divider = divider_at(at / span, span, bar.height);
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
