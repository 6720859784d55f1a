#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "app/panels/actions.h"
#include "app/panels/landscapes.h"
#include "app/panels/widgets.h"

namespace thalweg {
namespace {

/// A button of the row at the right, or a row of the menu where there is no room for it; it stands for the action of
/// this name.
struct ActionButton {
    std::string_view action;
    const char* words;
    Icon icon;
    bool enabled = true, on = false;
};

constexpr int fit = 2, theme = 5;  ///< buttons that begin a group
constexpr int action_count = 9;

std::array<ActionButton, action_count> action_buttons(const Panel& panel) {
    const bool dark = panel.session.display.theme == Theme::dark;
    return {{
        {"Undo", "Undo", Icon::undo, panel.inputs.can_undo},
        {"Redo", "Redo", Icon::redo, panel.inputs.can_redo},
        {"Fit both views", "Fit both views", Icon::fit},
        {"Screenshot", "Screenshot", Icon::camera},
        {"Export a picture or data", "Export", Icon::download, true, panel.state.exporting.open},
        {"Dark or light theme", dark ? "Light theme" : "Dark theme", dark ? Icon::sun : Icon::moon},
        {"Projector mode", "Projector mode", Icon::projector},
        {"Settings", "Settings", Icon::sliders, true, panel.state.show_settings},
        {"Help: all keys", "Help", Icon::help, true, panel.state.show_help},
    }};
}

void perform(Panel& panel, std::string_view name) {
    const auto action = std::ranges::find(actions(), name, &Action::name);
    action->perform({panel.session, panel.state, panel.requests, panel.scene, panel.inputs.catalogue},
                    action->argument);
}

/// Where there are no thumbnails, a group's tab opens the list of its landscapes.
void draw_group_tabs(Panel& panel, const std::vector<LandscapeGroup>& groups, float height, ImFont* font) {
    float x = ImGui::GetCursorPosX();
    for (std::size_t i = 0; i < groups.size(); ++i) {
        ImGui::SetCursorPos({x, 0});
        x += tab_width(panel, groups[i].name, font);
        ImGui::PushID(groups[i].id.c_str());
        const bool pressed = tab(panel, groups[i].name.c_str(), groups[i].id == panel.state.group, height, font);
        if (pressed) panel.state.group = groups[i].id;
        if (i < 9) tooltip(panel, "Key " + std::to_string(i + 1));
        if (panel.layout.thumbnails.width <= 0 && popup_below(panel, "landscapes", pressed)) {
            draw_group_rows(panel, groups[i].id);
            ImGui::EndPopup();
        }
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
    for (const LandscapeGroup& group : groups) width += tab_width(panel, group.name, font);
    return width;
}

void draw_actions(Panel& panel, bool folded) {
    const auto all = action_buttons(panel);
    if (!folded) {
        for (int i = 0; i < static_cast<int>(all.size()); ++i) {
            const ActionButton& button = all[static_cast<std::size_t>(i)];
            if (i > 0) ImGui::SameLine(0, i == fit || i == theme ? panel.px(8) : 0);
            const std::string_view key = key_of(button.action);
            const std::string tip =
                key.empty() ? button.words : std::string(button.words) + "  (" + std::string(key) + ")";
            if (icon_button(panel, button.words, button.icon, tip, {button.enabled, button.on}))
                perform(panel, button.action);
        }
        return;
    }
    if (!popup_below(panel, "actions", icon_button(panel, "more", Icon::sliders, "Settings, help and more"))) return;
    for (const ActionButton& button : all) {
        if (button.enabled && menu_row(panel, button.words, key_of(button.action))) perform(panel, button.action);
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
    const std::vector<LandscapeGroup> groups = shown_groups(panel.session, panel.state, panel.inputs.catalogue);
    const bool folded = width < panel.px(820), with_name = width >= panel.px(700);
    const float actions_width = folded ? panel.px(28) : action_count * panel.px(28) + panel.px(16);
    const float name_width = with_name ? text_width(panel.fonts.title, "Thalweg") + panel.px(16) : 0;
    const float formula_least = std::min(panel.px(272), 0.4F * width);
    const bool wide_domain = width >= panel.px(1500);
    const float domain_width =
        wide_domain ? text_width(panel.fonts.caption, domain_words(panel.session.landscape.domain)) + panel.px(22)
                    : panel.px(28);
    const float room =
        width - 2 * pad - name_width - actions_width - formula_least - domain_width - panel.px(28) - 4 * gap;
    ImFont* font = panel.fonts.body;
    if (tabs_width(panel, groups, font) > room) font = panel.fonts.caption;

    float x = pad;
    // Everything stands in the middle of the bar.
    const auto place = [&](float item) { ImGui::SetCursorPos({x, std::round((height - item) / 2)}); };
    const auto pass_item = [&] { x = ImGui::GetItemRectMax().x - ImGui::GetWindowPos().x; };
    if (with_name) {
        place(panel.fonts.title->FontSize);
        text(panel, "Thalweg", Tone::normal, panel.fonts.title);
        x += name_width;
    }
    const float button = panel.fonts.caption->FontSize + panel.px(8);
    place(button);
    const bool tabs_fit = tabs_width(panel, groups, font) <= room;
    if (panel.layout.narrow || (panel.layout.thumbnails.width <= 0 && !tabs_fit)) {
        draw_landscape_menu(panel);
        pass_item();
    } else if (tabs_fit) {
        draw_group_tabs(panel, groups, height, font);
        x += tabs_width(panel, groups, font);
    } else {
        draw_group_menu(panel, groups);
        pass_item();
    }

    x += 2 * gap;
    place(ImGui::GetFrameHeight());
    const float side = panel.px(28);
    const float rest = width - pad - x - actions_width - domain_width - side - 2 * gap;
    const float field = std::clamp(rest, panel.px(40), panel.px(760));
    draw_formula_field(panel, field);
    x += field + panel.px(2);
    place(side);
    draw_keep_button(panel);
    x += side + panel.px(2);
    place(wide_domain ? button : side);
    draw_domain_button(panel, wide_domain);
    x = width - pad - actions_width;
    place(side);
    draw_actions(panel, folded);
    hairline(panel, {0, height - 1, width, 0});
}

}  // namespace thalweg
