#include "app/lenses/lens_panel.h"

#include "app/panels/widgets.h"

namespace thalweg {

CloseRows::CloseRows(const Panel& panel) {
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {panel.px(8), panel.px(3)});
}
CloseRows::~CloseRows() {
    ImGui::PopStyleVar();
}

void gap(const Panel& panel, float height) {
    ImGui::Dummy({0, panel.px(height)});
}

void draw_scale_note(const Panel& panel, HeightScaleKind kind) {
    if (kind != HeightScaleKind::logarithmic) return;
    paragraph(panel, "Heights are drawn logarithmically: straight lines and planes look bent in the surface view.",
              Tone::quiet, panel.fonts.caption);
}

}  // namespace thalweg
