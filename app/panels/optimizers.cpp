#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "app/panels/caption.h"
#include "app/panels/key_focus.h"
#include "app/panels/optimizer_looks.h"
#include "app/panels/recorded_list.h"
#include "app/panels/schedule_panel.h"
#include "app/panels/scroll_edge.h"
#include "app/panels/selection.h"
#include "app/panels/setting_rows.h"
#include "app/panels/widgets.h"
#include "app/scene/contrast.h"
#include "app/scene/run_titles.h"

namespace thalweg {
namespace {

std::size_t selected(const Panel& panel) {
    return static_cast<std::size_t>(panel.state.selected_optimizer);
}

void select_last(Panel& panel) {
    panel.state.selected_optimizer = static_cast<int>(panel.session.optimizers.size()) - 1;
}

bool room_for_more(const Session& session) {
    return session.optimizers.size() < static_cast<std::size_t>(most_optimizers);
}

/// How the run of an optimizer from a start ended, in the words of result or brief_result; empty when there is none.
std::string result_of(const Panel& panel, int optimizer, int start, std::string (*words)(const Path&, const Session&)) {
    for (const Path& path : panel.scene.paths().paths) {
        if (path.optimizer == optimizer && path.start == start && belongs(path, panel.session))
            return words(path, panel.session);
    }
    return {};
}

/// A name in the font, or where it does not fit in smaller type, or at last shortened in that.
void write_name(const Panel& panel, ImFont* font, ImVec2 at, const Color& color, const std::string& name, float room) {
    ImFont* const fitting = text_width(font, name) <= room ? font : panel.fonts.caption;
    at.y += (font->FontSize - fitting->FontSize) / 2;
    write(*ImGui::GetWindowDrawList(), fitting, at, pack(color), shortened(fitting, name, room));
}

/// "at a minimum after 46 steps", and where there is less room "at a minimum after 46" or "at a minimum: 46".
std::string fitting_result(const Panel& panel, const std::string& words, float room) {
    constexpr std::string_view after = " after ";
    const auto fits = [&](const std::string& text) { return text_width(panel.fonts.caption, text) <= room; };
    const std::size_t middle = words.find(after), unit = words.rfind(' ');
    if (fits(words) || middle == std::string::npos) return shortened(panel.fonts.caption, words, room);
    const std::string place = words.substr(0, middle), steps = words.substr(middle + after.size());
    const std::string brief = words.substr(0, unit);
    return fits(brief) ? brief : shortened(panel.fonts.caption, place + ": " + steps.substr(0, steps.find(' ')), room);
}

void draw_row(Panel& panel, int index) {
    OptimizerEntry& entry = panel.session.optimizers[static_cast<std::size_t>(index)];
    const bool chosen = index == panel.state.selected_optimizer && panel.state.selected_trajectory < 0;
    const float width = ImGui::GetContentRegionAvail().x, height = panel.px(38), eye = panel.px(24);
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();

    if (pressable(panel, "row", {std::max(width - eye, 1.0F), height})) {
        panel.state.selected_optimizer = index;
        panel.state.selected_trajectory = -1;
    }
    const bool hovered = ImGui::IsItemHovered();
    if (chosen || hovered) {
        const Color ground = chosen ? panel.colors.accent.with_alpha(0.13F) : panel.colors.text.with_alpha(0.06F);
        list.AddRectFilled(corner, {corner.x + width, corner.y + height}, pack(ground), panel.px(5));
    }
    const float alpha = entry.enabled ? 1.0F : 0.4F;
    draw_marker(list, optimizer_marker(entry.color), {corner.x + panel.px(14), corner.y + height / 2}, panel.px(6),
                pack(optimizer_ink(entry.color, panel.colors).with_alpha(alpha)), 0, 0);
    const std::string words = result_of(panel, index, panel.state.selected_start, brief_result);
    const float left = corner.x + panel.px(29), room = corner.x + width - panel.px(4) - left;
    ImFont* const body = panel.fonts.body;
    ImFont* const caption = panel.fonts.caption;
    const bool two_lines = !words.empty();
    const float top = two_lines ? corner.y + panel.px(1) : corner.y + (height - body->FontSize) / 2;
    write_name(panel, body, {left, top}, panel.colors.text.with_alpha(alpha), run_title(panel.session, index),
               room + panel.px(4) - eye);
    if (two_lines) {
        write(list, caption, {left, corner.y + height - caption->FontSize - panel.px(2.5F)},
              pack(panel.colors.quiet_text.with_alpha(alpha)), fitting_result(panel, words, room));
    }
    const std::string whole = result_of(panel, index, panel.state.selected_start, result);
    tooltip(panel, whole.empty() ? to_text(entry.optimizer) : to_text(entry.optimizer) + "\n" + whole);
    ImGui::SetCursorScreenPos({corner.x + width - eye, two_lines ? corner.y : corner.y + (height - eye) / 2});
    if (icon_button(panel, "on", entry.enabled ? Icon::eye : Icon::eye_closed,
                    entry.enabled ? "Switch this optimizer off" : "Switch this optimizer on",
                    {.size = 24, .icon = 13})) {
        entry.enabled = !entry.enabled;
    }
    ImGui::SetCursorScreenPos({corner.x, corner.y + height + panel.px(1)});
}

/// The ready-made ones, and a field that takes any text that names an optimizer.
void draw_add_popup(Panel& panel, bool open) {
    if (open) panel.state.optimizer_field.clear();
    if (!popup_below(panel, "add optimizer", open)) return;
    Session& session = panel.session;
    for (const Optimizer& preset : optimizer_presets()) {
        if (!menu_row(panel, title(preset).c_str(), to_text(preset))) continue;
        add_optimizer(session, preset);
        select_last(panel);
    }
    std::string& typed = panel.state.optimizer_field;
    ImGui::SetNextItemWidth(panel.px(300));
    ImGui::PushFont(panel.fonts.caption);
    const bool entered =
        ImGui::InputTextWithHint("##any", "adam lr=0.05 beta1=0.9", &typed, ImGuiInputTextFlags_EnterReturnsTrue);
    ImGui::PopFont();
    typed_in_by_key(panel);
    if (!typed.empty()) {
        const auto optimizer = parse_optimizer(typed);
        if (!optimizer) {
            ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + panel.px(300));
            text(panel, optimizer.error(), Tone::error, panel.fonts.caption);
            ImGui::PopTextWrapPos();
        } else if (entered) {
            add_optimizer(session, *optimizer);
            select_last(panel);
            ImGui::CloseCurrentPopup();
        }
    }
    ImGui::EndPopup();
}

void draw_color_popup(Panel& panel, OptimizerEntry& entry, bool open) {
    if (!popup_below(panel, "color", open)) return;
    for (int color = 0; color < optimizer_colors; ++color) {
        if (color % 4 != 0) ImGui::SameLine(0, panel.px(4));
        const float side = panel.px(32);
        const ImVec2 corner = ImGui::GetCursorScreenPos();
        ImGui::PushID(color);
        if (pressable(panel, "color", {side, side})) {
            entry.color = color;
            ImGui::CloseCurrentPopup();
        }
        ImGui::PopID();
        ImDrawList& list = *ImGui::GetWindowDrawList();
        if (ImGui::IsItemHovered() || entry.color == color) {
            const float share = entry.color == color ? 0.16F : 0.08F;
            list.AddRectFilled(corner, {corner.x + side, corner.y + side}, pack(panel.colors.text.with_alpha(share)),
                               panel.px(5));
        }
        draw_marker(list, optimizer_marker(color), {corner.x + side / 2, corner.y + side / 2}, panel.px(8),
                    pack(optimizer_ink(color, panel.colors)), 0, 0);
    }
    ImGui::EndPopup();
}

/// Name, colour, duplicate and remove of the selected optimizer. False when it was removed.
bool draw_head(Panel& panel, OptimizerEntry& entry) {
    Session& session = panel.session;
    const std::string name = run_title(session, panel.state.selected_optimizer);
    const float side = panel.px(26), width = ImGui::GetContentRegionAvail().x;
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const float left = ImGui::GetCursorPosX();
    const bool recolor = pressable(panel, "swatch", {side, side});
    if (ImGui::IsItemHovered()) {
        ImGui::GetWindowDrawList()->AddRectFilled(corner, {corner.x + side, corner.y + side},
                                                  pack(panel.colors.text.with_alpha(0.09F)), panel.px(5));
    }
    draw_marker(*ImGui::GetWindowDrawList(), optimizer_marker(entry.color), {corner.x + side / 2, corner.y + side / 2},
                panel.px(7), pack(optimizer_ink(entry.color, panel.colors)), 0, 0);
    tooltip(panel, "Colour and marker");
    draw_color_popup(panel, entry, recolor);
    ImFont* const font = panel.fonts.strong;
    write_name(panel, font, {corner.x + side + panel.px(4), corner.y + (side - font->FontSize) / 2}, panel.colors.text,
               name, width - 3 * side - panel.px(8));
    ImGui::SameLine(left + width - 2 * side);
    if (icon_button(panel, "duplicate", Icon::duplicate, "Duplicate",
                    {.enabled = room_for_more(session), .size = 26, .icon = 13})) {
        const Optimizer copy = entry.optimizer;
        add_optimizer(session, copy);
        select_last(panel);
        return false;
    }
    ImGui::SameLine(0, 0);
    if (icon_button(panel, "remove", Icon::cross, "Remove", {.size = 26, .icon = 12})) {
        session.optimizers.erase(session.optimizers.begin() + panel.state.selected_optimizer);
        panel.state.selected_optimizer = std::max(panel.state.selected_optimizer - 1, 0);
        return false;
    }
    return true;
}

/// One click for what this optimizer does at other rates, and from other starts.
void draw_looks(Panel& panel) {
    constexpr std::size_t in_a_line = 2;
    for (std::size_t i = 0; i < optimizer_looks.size(); ++i) {
        const OptimizerLook& look = optimizer_looks.at(i);
        if (i % in_a_line > 0) ImGui::SameLine(0, panel.px(6));
        if (text_button(panel, look.button))
            look_at_optimizer(panel.session, panel.state, look.lens, panel.state.selected_optimizer);
        tooltip(panel, find_lens(look.lens)->hint);
    }
}

void draw_results(Panel& panel) {
    if (panel.session.starts.size() < 2) return;
    for (int start = 0; start < static_cast<int>(panel.session.starts.size()); ++start) {
        const std::string words = result_of(panel, panel.state.selected_optimizer, start, result);
        if (words.empty()) continue;
        paragraph(panel, "Start " + std::to_string(start + 1) + ": " + words, Tone::quiet, panel.fonts.caption);
    }
}

}  // namespace

void draw_optimizers(Panel& panel) {
    Session& session = panel.session;
    const float width = ImGui::GetContentRegionAvail().x;
    // The sliders get what they need, the list the rest, so that the results' sentences are seen whole.
    const float list_width = std::clamp(width - panel.px(16 + 237), 0.4F * width, panel.px(330));
    if (ImGui::BeginChild("list", {list_width, 0})) {
        for (int i = 0; i < static_cast<int>(session.optimizers.size()); ++i) {
            ImGui::PushID(i);
            draw_row(panel, i);
            ImGui::PopID();
        }
        draw_recorded_rows(panel);
        const bool open = icon_button(panel, "add", Icon::plus, "Add an optimizer",
                                      {.enabled = room_for_more(session), .size = 28, .icon = 12});
        draw_add_popup(panel, open);
    }
    soften_edges(panel);
    ImGui::EndChild();

    ImGui::SameLine(0, panel.px(16));
    if (ImGui::BeginChild("settings")) {
        if (draw_recorded_details(panel)) {
            // A path has no settings.
        } else if (selected(panel) < session.optimizers.size()) {
            OptimizerEntry& entry = session.optimizers[selected(panel)];
            ImGui::PushID(panel.state.selected_optimizer);
            if (draw_head(panel, entry)) {
                describe(entry.optimizer, SettingRows(panel, {}, {.label_width = 110, .number_width = 52}));
                draw_schedules(panel, entry.optimizer);
                if (session.landscape.source == LandscapeSource::data) {
                    toggle(panel, "All samples in each step", entry.whole);
                    tooltip(panel, "Plain descent on the whole set, beside others that see batches");
                }
                draw_looks(panel);
                draw_results(panel);
            }
            ImGui::PopID();
        } else {
            text(panel, "Add an optimizer with +", Tone::quiet, panel.fonts.caption);
        }
    }
    soften_edges(panel);
    ImGui::EndChild();
}

}  // namespace thalweg
