#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "app/document/describe.h"
#include "app/panels/setting_rows.h"
#include "app/panels/transport.h"
#include "app/panels/widgets.h"

namespace thalweg {
namespace {

void draw_buttons(Panel& panel) {
    Session& session = panel.session;
    InterfaceState& state = panel.state;
    const ButtonLook look{.size = 30, .icon = 13};
    if (icon_button(panel, "to start", Icon::to_start, "To the start  (Home)", look)) jump_to_start(session, state);
    ImGui::SameLine(0, 0);
    if (icon_button(panel, "back", Icon::step_back, "One step back  (,)", look)) step_back(session, state);
    ImGui::SameLine(0, 0);
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const float half = panel.px(15);
    ImGui::GetWindowDrawList()->AddCircleFilled({corner.x + half, corner.y + half}, half,
                                                pack(panel.colors.accent.with_alpha(0.16F)));
    const char* const tip = state.playing ? "Pause  (space)" : "Play  (space)";
    if (icon_button(panel, "play", state.playing ? Icon::pause : Icon::play, tip,
                    {.on = true, .size = 30, .icon = 13})) {
        toggle_play(session, state, panel.scene);
    }
    ImGui::SameLine(0, 0);
    if (icon_button(panel, "forward", Icon::step_forward, "One step forward  (.)", look)) {
        step_forward(session, state, panel.scene);
    }
    ImGui::SameLine(0, 0);
    if (icon_button(panel, "to end", Icon::to_end, "To the end  (End)", look)) jump_to_end(session, state, panel.scene);
}

std::string step_words(const Panel& panel) {
    const int last = last_step(panel.scene);
    return fmt::format("Step {} of {}", std::min(static_cast<int>(panel.session.playback.step), last), last);
}

void draw_speed_and_steps(Panel& panel) {
    const float width = ImGui::GetContentRegionAvail().x;
    // Where there is little room the slider needs it more than its name, which the tooltip says as well.
    const float label = width > panel.px(250) ? 44.0F : 0.0F;
    describe(panel.session.playback, [&](double& field, const Setting& setting) {
        if (setting.name == "speed") {
            slider(panel, setting, field, {.label_width = label, .number_width = 48, .width = width - panel.px(112)});
        }
    });
    tooltip(panel, "Speed, in steps a second");
    ImGui::SameLine(width - panel.px(94));
    ImGui::AlignTextToFramePadding();
    text(panel, "steps", Tone::quiet, panel.fonts.caption);
    const PathsPart& paths = panel.scene.paths();
    tooltip(panel, paths.shortened ? fmt::format("Runs end after {} steps: more would not fit into memory", paths.steps)
                                   : "The length of every run");
    ImGui::SameLine(width - panel.px(60) + ImGui::GetStyle().WindowPadding.x);
    auto steps = static_cast<double>(panel.session.steps);
    if (number_field(panel, "##steps", steps, panel.px(60), {.low = 1, .high = most_steps}, true)) {
        panel.session.steps = static_cast<int>(steps);
    }
}

}  // namespace

void draw_scrubber(Panel& panel, float width, float height, float thickness) {
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    ImGui::InvisibleButton("scrubber", {std::max(width, 1.0F), height});
    const bool held = ImGui::IsItemActive(), lit = held || ImGui::IsItemHovered();
    const int last = last_step(panel.scene);
    const float knob = panel.px(lit ? 7.5F : 6.5F), from = corner.x + knob, to = corner.x + width - knob;
    if (held && to > from) {
        const double share = std::clamp((ImGui::GetIO().MousePos.x - from) / (to - from), 0.0F, 1.0F);
        panel.session.playback.step = std::round(share * last);
        panel.state.playing = false;
        panel.requests.gesture = true;
    }

    const double done = last > 0 ? std::clamp(panel.session.playback.step / last, 0.0, 1.0) : 0;
    const float x = from + (to - from) * static_cast<float>(done), y = corner.y + height / 2, half = thickness / 2;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({from, y - half}, {to, y + half}, pack(blend(panel.colors.panel, panel.colors.text, 0.16F)),
                       half);
    list.AddRectFilled({from, y - half}, {x, y + half}, pack(panel.colors.accent), half);
    list.AddCircleFilled({x, y}, knob, pack(panel.colors.accent));
}

void draw_playback(Panel& panel) {
    const Area& area = panel.layout.playback;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {panel.px(12), panel.px(panel.layout.low ? 8 : 10)});
    const PanelWindow window(panel, "playback", area, PanelWindow::Ground::panel, ImGuiWindowFlags_NoScrollbar);
    ImGui::PopStyleVar();
    if (!window) return;

    draw_buttons(panel);
    const std::string words = step_words(panel);
    const float words_width = text_width(panel.fonts.caption, words);
    if (panel.layout.low) {
        ImGui::SameLine(0, panel.px(12));
        const float rest = ImGui::GetContentRegionAvail().x;
        const bool room = rest > words_width + panel.px(80);
        draw_scrubber(panel, room ? rest - words_width - panel.px(12) : rest, panel.px(30), panel.px(4));
        if (!room) return;
        ImGui::SameLine(0, panel.px(12));
        ImGui::SetCursorPosY(ImGui::GetCursorPosY() + (panel.px(30) - panel.fonts.caption->FontSize) / 2);
        text(panel, words, Tone::quiet, panel.fonts.caption);
        return;
    }
    const float free = area.width - panel.px(24) - 5 * panel.px(30);
    if (words_width < free) {
        ImGui::SameLine(area.width - panel.px(12) - words_width);
        ImGui::SetCursorPosY(ImGui::GetCursorPosY() + (panel.px(30) - panel.fonts.caption->FontSize) / 2);
        text(panel, words, Tone::quiet, panel.fonts.caption);
    }
    draw_scrubber(panel, ImGui::GetContentRegionAvail().x, panel.px(22), panel.px(4));
    draw_speed_and_steps(panel);
    draw_starts(panel);
}

}  // namespace thalweg
