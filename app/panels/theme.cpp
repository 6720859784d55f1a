#include "app/panels/theme.h"

namespace thalweg {

Color blend(const Color& a, const Color& b, float share) {
    const auto mix = [share](float from, float to) { return from + (to - from) * share; };
    return {mix(a.r, b.r), mix(a.g, b.g), mix(a.b, b.b), a.a};
}

void apply_theme(Theme theme, float scale) {
    const ThemeColors& colors = theme_colors(theme);
    ImGuiStyle style;

    style.WindowPadding = {12, 10};
    style.FramePadding = {8, 4};
    style.CellPadding = {6, 3};
    style.ItemSpacing = {8, 6};
    style.ItemInnerSpacing = {6, 4};
    style.ScrollbarSize = 8;
    style.GrabMinSize = 10;
    style.WindowRounding = style.PopupRounding = 8;
    style.ChildRounding = style.FrameRounding = style.GrabRounding = style.ScrollbarRounding = style.TabRounding = 5;
    style.WindowBorderSize = 0;
    style.PopupBorderSize = 1;
    style.FrameBorderSize = 0;
    style.IndentSpacing = 16;
    style.ScaleAllSizes(scale);
    style.WindowMinSize = {1, 1};          // pixels: scaled it would be rounded to 0, which ends the program
    style.AntiAliasedLinesUseTex = false;  // so that lines of any width keep their soft edge
    style.CircleTessellationMaxError = 0.15F;

    const Color field = blend(colors.panel, colors.text, 0.06F);
    const Color hovered = blend(colors.panel, colors.text, 0.11F);
    const Color pressed = blend(colors.panel, colors.text, 0.17F);
    const Color nothing = colors.panel.with_alpha(0);
    const auto set = [&](ImGuiCol slot, const Color& color) { style.Colors[slot] = vec(color); };
    set(ImGuiCol_Text, colors.text);
    set(ImGuiCol_TextDisabled, colors.quiet_text);
    set(ImGuiCol_WindowBg, colors.panel);
    set(ImGuiCol_ChildBg, nothing);
    set(ImGuiCol_PopupBg, colors.panel);
    set(ImGuiCol_Border, colors.line);
    set(ImGuiCol_BorderShadow, nothing);
    set(ImGuiCol_FrameBg, field);
    set(ImGuiCol_FrameBgHovered, hovered);
    set(ImGuiCol_FrameBgActive, field);
    set(ImGuiCol_TitleBg, colors.panel);
    set(ImGuiCol_TitleBgActive, colors.panel);
    set(ImGuiCol_TitleBgCollapsed, colors.panel);
    set(ImGuiCol_MenuBarBg, colors.panel);
    set(ImGuiCol_ScrollbarBg, nothing);
    set(ImGuiCol_ScrollbarGrab, colors.text.with_alpha(0.16F));
    set(ImGuiCol_ScrollbarGrabHovered, colors.text.with_alpha(0.28F));
    set(ImGuiCol_ScrollbarGrabActive, colors.text.with_alpha(0.36F));
    set(ImGuiCol_CheckMark, colors.accent);
    set(ImGuiCol_SliderGrab, colors.accent);
    set(ImGuiCol_SliderGrabActive, colors.accent);
    set(ImGuiCol_Button, nothing);
    set(ImGuiCol_ButtonHovered, hovered);
    set(ImGuiCol_ButtonActive, pressed);
    set(ImGuiCol_Header, colors.accent.with_alpha(0.14F));
    set(ImGuiCol_HeaderHovered, colors.text.with_alpha(0.08F));
    set(ImGuiCol_HeaderActive, colors.accent.with_alpha(0.22F));
    set(ImGuiCol_Separator, colors.line);
    set(ImGuiCol_SeparatorHovered, colors.accent);
    set(ImGuiCol_SeparatorActive, colors.accent);
    set(ImGuiCol_Tab, nothing);
    set(ImGuiCol_TabHovered, hovered);
    set(ImGuiCol_TabActive, pressed);
    set(ImGuiCol_TabUnfocused, nothing);
    set(ImGuiCol_TabUnfocusedActive, pressed);
    set(ImGuiCol_TableHeaderBg, nothing);
    set(ImGuiCol_TableBorderStrong, colors.line);
    set(ImGuiCol_TableBorderLight, colors.line);
    set(ImGuiCol_TableRowBg, nothing);
    set(ImGuiCol_TableRowBgAlt, colors.text.with_alpha(0.025F));
    set(ImGuiCol_TextSelectedBg, colors.accent.with_alpha(0.32F));
    set(ImGuiCol_NavHighlight, colors.accent);
    set(ImGuiCol_ModalWindowDimBg, colors.background.with_alpha(0.6F));
    ImGui::GetStyle() = style;
}

}  // namespace thalweg
