#include "app/panels/hanging.h"

namespace thalweg {

void hanging_paragraph(const Panel& panel, std::string_view lead, std::string_view words, Tone tone, ImFont* font) {
    text(panel, lead, tone, font);
    const float width = text_width(font != nullptr ? font : panel.fonts.body, lead);
    ImGui::Indent(width);
    ImGui::SameLine(0, 0);
    paragraph(panel, words, tone, font);
    ImGui::Unindent(width);
}

}  // namespace thalweg
