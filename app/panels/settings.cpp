#include <algorithm>

#include "app/document/describe.h"
#include "app/panels/setting_rows.h"
#include "app/panels/widgets.h"

namespace thalweg {
namespace {

constexpr float width = 400;  // design pixels
constexpr SliderLook look{.label_width = 104, .number_width = 56, .spoken = true};

void draw_panel_switches(Panel& panel) {
    InterfaceState& state = panel.state;
    const float half = ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x / 2;
    toggle(panel, "Optimizers", state.show_optimizers);
    ImGui::SameLine(half);
    toggle(panel, "Inspector", state.show_inspector);
    toggle(panel, "Table of steps", state.show_steps_table);
    ImGui::SameLine(half);
    toggle(panel, "Stationary points", state.show_stationary_table);
}

}  // namespace

void draw_settings(Panel& panel) {
    if (!panel.state.show_settings) return;
    const InterfaceInputs& inputs = panel.inputs;
    const float top = panel.layout.top_bar.height + panel.px(8);
    const float room = std::max(inputs.height - top - panel.px(8), 1.0F);
    ImGui::SetNextWindowPos({inputs.width - panel.px(8), top}, ImGuiCond_Always, {1, 0});
    const float across = std::min(panel.px(width), inputs.width - panel.px(16));
    ImGui::SetNextWindowSizeConstraints({across, 0}, {across, room});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {panel.px(16), panel.px(14)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, panel.px(1));
    ImGui::Begin("settings", nullptr,
                 ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_AlwaysAutoResize |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav);
    const float left = ImGui::GetCursorPosX();
    text(panel, "Settings", Tone::normal, panel.fonts.strong);
    ImGui::SameLine(across - left - panel.px(20));
    if (icon_button(panel, "close", Icon::cross, {}, {.size = 22, .icon = 11})) panel.state.show_settings = false;

    Session& session = panel.session;
    heading(panel, "Pictures");
    describe(session.display, SettingRows(panel, {"divider", "projector"}, look));
    describe(session.landscape, SettingRows(panel, {"source"}, look));
    ImGui::Dummy({0, panel.px(4)});
    heading(panel, "Panels");
    draw_panel_switches(panel);
    ImGui::End();
    ImGui::PopStyleVar(2);
}

}  // namespace thalweg
