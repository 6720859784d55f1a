#include "app/panels/widgets.h"

namespace thalweg {

void draw_projector(Panel& panel) {
    draw_legend_row(panel);

    const Area& line = panel.layout.playback;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {panel.px(24), 0});
    const PanelWindow window(panel, "projector", line, PanelWindow::Ground::background,
                             ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleVar();
    if (!window) return;
    ImFont* const font = panel.fonts.projector_caption;
    const std::string words = shortened(font, panel.state.presenter.told, line.width - panel.px(48));
    text(panel, words, Tone::normal, font);
    draw_scrubber(panel, line.width - panel.px(48), panel.px(24), panel.px(4));
}

}  // namespace thalweg
