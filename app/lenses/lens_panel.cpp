#include "app/lenses/lens_panel.h"

#include "app/panels/widgets.h"

namespace thalweg {
CloseRows::CloseRows(const Panel& panel) {
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {panel.px(8), panel.px(3)});
}
CloseRows::~CloseRows() {
    ImGui::PopStyleVar();
}

void value_row(const Panel& panel, std::string_view name, std::string_view value, float name_width) {
    const float left = ImGui::GetCursorPosX();
    text(panel, name, Tone::quiet, panel.fonts.caption);
    // Further lines begin under the first.
    ImGui::Indent(panel.px(name_width));
    ImGui::SameLine(left + panel.px(name_width));
    paragraph(panel, value, Tone::normal, panel.fonts.caption);
    ImGui::Unindent(panel.px(name_width));
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
