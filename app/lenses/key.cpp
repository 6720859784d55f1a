#include "app/lenses/key.h"

#include "app/panels/widgets.h"
#include "app/scene/contrast.h"

namespace thalweg {

void draw_key(const Panel& panel, const Color& color, std::string_view words) {
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    ImFont* const font = panel.fonts.caption;
    const float middle = corner.y + font->FontSize / 2;
    ImGui::GetWindowDrawList()->AddRectFilled({corner.x, middle - panel.px(1.5F)},
                                              {corner.x + panel.px(20), middle + panel.px(1.5F)},
                                              pack(told_from(color, panel.colors.panel)));
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + panel.px(28));
    paragraph(panel, words, Tone::normal, font);
}

void draw_keys(const Panel& panel, std::span<const Key> keys) {
    ImFont* const font = panel.fonts.caption;
    const float sample = panel.px(16), space = panel.px(6), between = panel.px(14);
    const float left = ImGui::GetCursorPosX(), right = left + ImGui::GetContentRegionAvail().x;
    float x = left;
    for (const Key& key : keys) {
        const float width = sample + space + text_width(font, key.words);
        if (x > left && x + width <= right)
            ImGui::SameLine(x);
        else
            x = left;
        const ImVec2 corner = ImGui::GetCursorScreenPos();
        const float middle = corner.y + font->FontSize / 2;
        ImDrawList& list = *ImGui::GetWindowDrawList();
        if (key.marker) {
            list.AddRectFilled({corner.x, middle - panel.px(7)}, {corner.x + sample, middle + panel.px(7)},
                               pack(key.color.with_alpha(marked_ground)), panel.px(2));
            draw_marker(list, *key.marker, {corner.x + sample / 2, middle}, panel.px(4), pack(panel.colors.text), 0, 0);
        } else {
            list.AddRectFilled({corner.x, middle - panel.px(1.5F)}, {corner.x + sample, middle + panel.px(1.5F)},
                               pack(told_from(key.color, panel.colors.panel)));
        }
        ImGui::SetCursorPosX(ImGui::GetCursorPosX() + sample + space);
        text(panel, key.words, Tone::quiet, font);
        x += width + between;
    }
}

}  // namespace thalweg
