#include "app/panels/widgets.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "app/panels/imgui_versions.h"
#include "app/panels/key_focus.h"

namespace thalweg {
namespace {

ImFont* or_body(const Panel& panel, ImFont* font) {
    return font != nullptr ? font : panel.fonts.body;
}

/// Fills the last item's rectangle as a button lights up; nothing while the pointer is elsewhere.
void light_up(const Panel& panel) {
    if (!ImGui::IsItemHovered()) return;
    const float share = ImGui::IsItemActive() ? 0.16F : 0.09F;
    ImGui::GetWindowDrawList()->AddRectFilled(ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
                                              pack(panel.colors.text.with_alpha(share)), panel.px(5));
}

}  // namespace

const Color& color_of(const Panel& panel, Tone tone) {
    switch (tone) {
        case Tone::quiet:
            return panel.colors.quiet_text;
        case Tone::accent:
            return panel.colors.accent;
        case Tone::error:
            return panel.colors.error;
        case Tone::normal:
            break;
    }
    return panel.colors.text;
}

void text(const Panel& panel, std::string_view words, Tone tone, ImFont* font) {
    ImGui::PushFont(or_body(panel, font));
    ImGui::PushStyleColor(ImGuiCol_Text, pack(color_of(panel, tone)));
    ImGui::TextUnformatted(words.data(), words.data() + words.size());
    ImGui::PopStyleColor();
    ImGui::PopFont();
}

void paragraph(const Panel& panel, std::string_view words, Tone tone, ImFont* font) {
    // ImGui would also break after a decimal point.
    ImFont* const used = or_body(panel, font);
    const float width = ImGui::GetContentRegionAvail().x;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    while (true) {
        const char* rest = words.data();
        used->CalcTextSizeA(used->FontSize, width, 0, words.data(), words.data() + words.size(), &rest);
        const auto fitting = static_cast<std::size_t>(rest - words.data());
        if (fitting >= words.size()) break;
        const std::size_t end = words.rfind(' ', fitting);
        if (end == std::string_view::npos || end == 0) break;
        text(panel, words.substr(0, end), tone, font);
        words.remove_prefix(end + 1);
    }
    ImGui::PopStyleVar();
    ImGui::PushTextWrapPos(0);  // a single word wider than the window
    text(panel, words, tone, font);
    ImGui::PopTextWrapPos();
}

float text_width(ImFont* font, std::string_view words) {
    if (words.empty()) return 0;  // which may have no place in memory, and ImGui would look there for its end
    return font->CalcTextSizeA(font->FontSize, 1e9F, 0, words.data(), words.data() + words.size()).x;
}

std::string shortened(ImFont* font, std::string_view words, float width) {
    if (text_width(font, words) <= width) return std::string(words);
    const float room = width - text_width(font, "…");
    const char* rest = words.data();
    font->CalcTextSizeA(font->FontSize, std::max(room, 1.0F), 0, words.data(), words.data() + words.size(), &rest);
    return std::string(words.data(), rest) + "…";
}

void text_within(const Panel& panel, std::string_view words, float width, Tone tone, ImFont* font) {
    text(panel, shortened(or_body(panel, font), words, width), tone, font);
}

void write(ImDrawList& list, ImFont* font, ImVec2 at, ImU32 color, std::string_view words) {
    if (words.empty()) return;
    list.AddText(font, font->FontSize, at, color, words.data(), words.data() + words.size());
}

void tooltip(const Panel& panel, std::string_view words) {
    if (words.empty() || !ImGui::IsItemHovered() || ImGui::IsItemActive()) return;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {panel.px(10), panel.px(7)});
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(panel.px(280));
    text(panel, words, Tone::normal, panel.fonts.caption);
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
    ImGui::PopStyleVar();
}

bool pressable(const Panel& panel, const char* id, ImVec2 size) {
    const bool clicked = ImGui::InvisibleButton(id, size);
    return pressed_by_key(panel) || clicked;
}

bool icon_button(const Panel& panel, const char* id, Icon icon, std::string_view tip, const ButtonLook& look) {
    const float side = panel.px(look.size);
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const bool pressed = pressable(panel, id, {side, side}) && look.enabled;
    Color color = look.on ? panel.colors.accent : panel.colors.text;
    if (!look.enabled) {
        color = panel.colors.quiet_text.with_alpha(0.4F);
    } else {
        light_up(panel);
    }
    draw_icon(*ImGui::GetWindowDrawList(), icon, {corner.x + side / 2, corner.y + side / 2}, panel.px(look.icon),
              pack(color));
    tooltip(panel, tip);
    return pressed;
}

bool text_button(const Panel& panel, const char* label, bool enabled) {
    ImGui::PushFont(panel.fonts.caption);
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, std::max(1.0F, panel.px(1)));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {panel.px(10), panel.px(4)});
    ImGui::BeginDisabled(!enabled);
    const bool clicked = ImGui::Button(label), pressed = (pressed_by_key(panel) && enabled) || clicked;
    ImGui::EndDisabled();
    ImGui::PopStyleVar(2);
    ImGui::PopFont();
    return pressed;
}

void hairline(const Panel& panel, const Area& area) {
    const float thin = std::max(1.0F, std::round(panel.px(1)));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.PushClipRectFullScreen();
    list.AddRectFilled({area.x, area.y}, {area.x + std::max(area.width, thin), area.y + std::max(area.height, thin)},
                       pack(panel.colors.line));
    list.PopClipRect();
}

float tab_width(const Panel& panel, std::string_view label, ImFont* font) {
    return text_width(font, label) + panel.px(18);
}

bool tab(const Panel& panel, const char* label, bool chosen, float height, ImFont* font) {
    const float width = tab_width(panel, label, font);
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const bool pressed = pressable(panel, label, {width, height});
    const bool bright = chosen || ImGui::IsItemHovered();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    write(list, font, {corner.x + panel.px(9), corner.y + (height - font->FontSize) / 2},
          pack(bright ? panel.colors.text : panel.colors.quiet_text), label);
    if (chosen) {
        list.AddRectFilled({corner.x + panel.px(9), corner.y + height - panel.px(2)},
                           {corner.x + width - panel.px(9), corner.y + height}, pack(panel.colors.accent));
    }
    return pressed;
}

bool toggle(const Panel& panel, const char* label, bool& value) {
    ImFont* const font = panel.fonts.caption;
    const float height = panel.px(24), width = panel.px(28), knob = panel.px(6);
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const float label_width = text_width(font, label);
    const bool pressed = pressable(panel, label, {width + (label_width > 0 ? panel.px(8) + label_width : 0), height});
    if (pressed) value = !value;

    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float middle = corner.y + height / 2, half = panel.px(8);
    const Color track = value ? panel.colors.accent : blend(panel.colors.panel, panel.colors.text, 0.22F);
    list.AddRectFilled({corner.x, middle - half}, {corner.x + width, middle + half}, pack(track), half);
    list.AddCircleFilled({value ? corner.x + width - half : corner.x + half, middle}, knob, pack(panel.colors.panel));
    write(list, font, {corner.x + width + panel.px(8), middle - font->FontSize / 2},
          pack(ImGui::IsItemHovered() ? panel.colors.text : blend(panel.colors.quiet_text, panel.colors.text, 0.5F)),
          label);
    return pressed;
}

bool segmented(const Panel& panel, const char* id, std::span<const std::string_view> choices, int& chosen) {
    ImFont* const font = panel.fonts.caption;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float height = panel.px(24), padding = panel.px(9), inset = panel.px(2);
    float width = 0;
    for (const std::string_view choice : choices) width += text_width(font, choice) + 2 * padding;

    ImVec2 corner = ImGui::GetCursorScreenPos();
    list.AddRectFilled(corner, {corner.x + width, corner.y + height}, ImGui::GetColorU32(ImGuiCol_FrameBg),
                       panel.px(5));
    bool changed = false;
    ImGui::PushID(id);
    for (int i = 0; i < static_cast<int>(choices.size()); ++i) {
        const std::string_view choice = choices[static_cast<std::size_t>(i)];
        const float cell = text_width(font, choice) + 2 * padding;
        if (i > 0) ImGui::SameLine(0, 0);
        ImGui::PushID(i);
        corner = ImGui::GetCursorScreenPos();
        if (pressable(panel, "choice", {cell, height}) && chosen != i) {
            chosen = i;
            changed = true;
        }
        const bool bright = chosen == i || ImGui::IsItemHovered();
        ImGui::PopID();
        if (chosen == i) {
            list.AddRectFilled({corner.x + inset, corner.y + inset},
                               {corner.x + cell - inset, corner.y + height - inset},
                               pack(blend(panel.colors.panel, panel.colors.text, 0.2F)), panel.px(4));
        }
        write(list, font, {corner.x + padding, corner.y + (height - font->FontSize) / 2},
              pack(bright ? panel.colors.text : panel.colors.quiet_text), choice);
    }
    ImGui::PopID();
    return changed;
}

bool popup_below(const Panel& panel, const char* id, bool open) {
    const ImVec2 low = ImGui::GetItemRectMin(), high = ImGui::GetItemRectMax();
    if (open) ImGui::OpenPopup(id);
    const bool right = low.x > panel.inputs.width / 2, below = high.y < panel.inputs.height / 2;
    ImGui::SetNextWindowPos({right ? high.x : low.x, below ? high.y + panel.px(6) : low.y - panel.px(6)},
                            ImGuiCond_Always, {right ? 1.0F : 0.0F, below ? 0.0F : 1.0F});
    // What is longer than the room on this side is scrolled.
    const float room = (below ? panel.inputs.height - high.y : low.y) - panel.px(12);
    ImGui::SetNextWindowSizeConstraints({0, 0}, {panel.inputs.width, std::max(room, 1.0F)});
    if (!ImGui::BeginPopup(id, ImGuiWindowFlags_NoMove)) return false;
    if (is_pressed(ImGuiKey_Escape, false)) ImGui::CloseCurrentPopup();
    return true;
}

bool menu_row(const Panel& panel, const char* label, std::string_view note, bool chosen) {
    const float width = std::max(ImGui::GetContentRegionAvail().x, panel.px(190)), height = panel.px(28);
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const bool pressed = pressable(panel, label, {width, height});
    light_up(panel);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImFont* const font = panel.fonts.caption;
    const float y = corner.y + (height - font->FontSize) / 2, inset = panel.px(8);
    write(list, font, {corner.x + inset, y}, pack(chosen ? panel.colors.accent : panel.colors.text), label);
    write(list, font, {corner.x + width - inset - text_width(font, note), y}, pack(panel.colors.quiet_text), note);
    if (pressed) ImGui::CloseCurrentPopup();
    return pressed;
}

void heading(const Panel& panel, std::string_view words) {
    text(panel, words, Tone::quiet, panel.fonts.caption);
}

}  // namespace thalweg
