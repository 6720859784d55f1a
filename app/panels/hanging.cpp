#include "app/panels/hanging.h"

namespace thalweg {

void value_row(const Panel& panel, std::string_view name, std::string_view value, float name_width) {
    const float left = ImGui::GetCursorPosX();
    text(panel, name, Tone::quiet, panel.fonts.caption);
    // Further lines begin under the first.
    ImGui::Indent(panel.px(name_width));
    ImGui::SameLine(left + panel.px(name_width));
    paragraph(panel, value, Tone::normal, panel.fonts.caption);
    ImGui::Unindent(panel.px(name_width));
}

void hanging_paragraph(const Panel& panel, std::string_view lead, std::string_view words, Tone tone, ImFont* font) {
    text(panel, lead, tone, font);
    const float width = text_width(font != nullptr ? font : panel.fonts.body, lead);
    ImGui::Indent(width);
    ImGui::SameLine(0, 0);
    paragraph(panel, words, tone, font);
    ImGui::Unindent(width);
}

}  // namespace thalweg
