#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "app/panels/landscapes.h"
#include "app/panels/widgets.h"

namespace thalweg {
namespace {

/// A button of the row at the right, or a row of the menu where there is no room for it.
struct Action {
    const char* name;
    const char* key;
    Icon icon;
    bool enabled = true, on = false;
};

enum ActionIndex { undo, redo, fit, screenshot, theme, projector, settings, help };

std::array<Action, 8> actions(const Panel& panel) {
    const bool dark = panel.session.display.theme == Theme::dark;
    return {{
        {"Undo", "Ctrl Z", Icon::undo, panel.inputs.can_undo},
        {"Redo", "Ctrl Y", Icon::redo, panel.inputs.can_redo},
        {"Fit both views", "R", Icon::fit},
        {"Screenshot", "P", Icon::camera},
        {dark ? "Light theme" : "Dark theme", "T", dark ? Icon::sun : Icon::moon},
        {"Projector mode", "F11", Icon::projector},
        {"Settings", "", Icon::sliders, true, panel.state.show_settings},
        {"Help", "F1", Icon::help, true, panel.state.show_help},
    }};
}

void perform(Panel& panel, int action) {
    Display& display = panel.session.display;
    switch (action) {
        case undo:
            panel.requests.undo = true;
            break;
        case redo:
            panel.requests.redo = true;
            break;
        case fit:
            panel.requests.fit = true;
            break;
        case screenshot:
            panel.requests.screenshot = true;
            break;
        case theme:
            display.theme = display.theme == Theme::dark ? Theme::light : Theme::dark;
            break;
        case projector:
            display.projector = true;
            break;
        case settings:
            panel.state.show_settings = !panel.state.show_settings;
            break;
        default:
            panel.state.show_help = !panel.state.show_help;
            break;
    }
}

void draw_group_tabs(Panel& panel, const std::vector<LandscapeGroup>& groups, float height, ImFont* font) {
    for (std::size_t i = 0; i < groups.size(); ++i) {
        ImGui::SameLine(0, 0);
        ImGui::PushID(groups[i].id.c_str());
        if (tab(panel, groups[i].name.c_str(), groups[i].id == panel.state.group, height, font)) {
            panel.state.group = groups[i].id;
        }
        if (i < 9) tooltip(panel, "Key " + std::to_string(i + 1));
        ImGui::PopID();
    }
}

void draw_group_menu(Panel& panel, const std::vector<LandscapeGroup>& groups) {
    const auto chosen = std::ranges::find(groups, panel.state.group, &LandscapeGroup::id);
    const std::string shown = chosen == groups.end() ? "Landscapes" : chosen->name;
    const bool open = text_button(panel, (shown + "###group").c_str());
    if (!popup_below(panel, "groups", open)) return;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (menu_row(panel, groups[i].name.c_str(), std::to_string(i + 1), groups[i].id == panel.state.group)) {
            panel.state.group = groups[i].id;
        }
    }
    ImGui::EndPopup();
}

float tabs_width(const Panel& panel, const std::vector<LandscapeGroup>& groups, ImFont* font) {
    float width = 0;
    for (const LandscapeGroup& group : groups) width += text_width(font, group.name) + panel.px(18);
    return width;
}

void draw_actions(Panel& panel, bool folded) {
    const auto all = actions(panel);
    if (!folded) {
        for (int i = 0; i < static_cast<int>(all.size()); ++i) {
            const Action& action = all[static_cast<std::size_t>(i)];
            if (i > 0) ImGui::SameLine(0, i == fit || i == theme ? panel.px(8) : 0);
            const std::string tip =
                *action.key == 0 ? action.name : std::string(action.name) + "  (" + action.key + ")";
            if (icon_button(panel, action.name, action.icon, tip, {action.enabled, action.on})) perform(panel, i);
        }
        return;
    }
    if (!popup_below(panel, "actions", icon_button(panel, "more", Icon::sliders, "Settings, help and more"))) return;
    for (int i = 0; i < static_cast<int>(all.size()); ++i) {
        const Action& action = all[static_cast<std::size_t>(i)];
        if (action.enabled && menu_row(panel, action.name, action.key)) perform(panel, i);
    }
    ImGui::EndPopup();
}

}  // namespace

void draw_top_bar(Panel& panel) {
    const float pad = panel.px(12), gap = panel.px(10);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {pad, 0});
    const PanelWindow window(panel, "top bar", panel.layout.top_bar, PanelWindow::Ground::panel,
                             ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleVar();
    if (!window) return;

    // From wide to narrow: tabs, tabs in small type, a menu of groups, a menu of all landscapes.
    const float width = panel.layout.top_bar.width, height = panel.layout.top_bar.height;
    const std::vector<LandscapeGroup> groups = shown_groups(panel);
    const bool folded = width < panel.px(820), with_name = width >= panel.px(700);
    const float actions_width = folded ? panel.px(28) : 8 * panel.px(28) + panel.px(16);
    const float name_width = with_name ? text_width(panel.fonts.title, "Thalweg") + panel.px(16) : 0;
    const float formula_least = std::min(panel.px(300), 0.4F * width);
    const bool wide_domain = width >= panel.px(1500);
    const float domain_width =
        wide_domain ? text_width(panel.fonts.caption, domain_words(panel.session.landscape.domain)) + panel.px(22)
                    : panel.px(28);
    const float room =
        width - 2 * pad - name_width - actions_width - formula_least - domain_width - panel.px(28) - 4 * gap;
    ImFont* font = panel.fonts.body;
    if (tabs_width(panel, groups, font) > room) font = panel.fonts.caption;

    const auto middle = [&](float item) { ImGui::SetCursorPosY((height - item) / 2); };
    if (with_name) {
        middle(panel.fonts.title->FontSize);
        text(panel, "Thalweg", Tone::normal, panel.fonts.title);
        ImGui::SameLine(pad + name_width);
    }
    const float button = panel.fonts.caption->FontSize + panel.px(8);
    if (panel.layout.narrow) {
        middle(button);
        draw_landscape_menu(panel);
    } else if (tabs_width(panel, groups, font) <= room) {
        ImGui::SetCursorPosY(0);
        draw_group_tabs(panel, groups, height, font);
    } else {
        middle(button);
        draw_group_menu(panel, groups);
    }

    ImGui::SameLine(0, 2 * gap);
    middle(ImGui::GetFrameHeight());
    const float rest = width - pad - ImGui::GetCursorPosX() - actions_width - domain_width - panel.px(28) - 2 * gap;
    draw_formula_field(panel, std::clamp(rest, panel.px(40), panel.px(760)));
    ImGui::SameLine(0, panel.px(2));
    middle(panel.px(28));
    draw_keep_button(panel);
    ImGui::SameLine(0, panel.px(2));
    middle(wide_domain ? button : panel.px(28));
    draw_domain_button(panel, wide_domain);
    ImGui::SameLine(width - pad - actions_width);
    middle(panel.px(28));
    draw_actions(panel, folded);
    ImGui::GetWindowDrawList()->AddRectFilled({0, height - panel.px(1)}, {width, height}, pack(panel.colors.line));
}

}  // namespace thalweg
