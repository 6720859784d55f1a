#include "app/lenses/key.h"

#include "app/panels/widgets.h"

namespace thalweg {

void draw_key(const Panel& panel, const Color& color, std::string_view words) {
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    ImFont* const font = panel.fonts.caption;
    const float middle = corner.y + font->FontSize / 2;
    ImGui::GetWindowDrawList()->AddRectFilled({corner.x, middle - panel.px(1.5F)},
                                              {corner.x + panel.px(20), middle + panel.px(1.5F)}, pack(color));
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + panel.px(28));
    paragraph(panel, words, Tone::normal, font);
}

}  // namespace thalweg
