#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "app/panels/imgui_versions.h"
#include "app/panels/landscapes.h"
#include "app/panels/scroll_edge.h"
#include "app/panels/transport.h"
#include "app/panels/widgets.h"

namespace thalweg {
namespace {

/// A name broken at a space so that it fits; the second line is shortened if need be, and empty if there is none.
std::pair<std::string, std::string> two_lines(ImFont* font, const std::string& name, float width) {
    if (text_width(font, name) <= width) return {name, {}};
    std::size_t end = name.rfind(' ');
    while (end != std::string::npos && end > 0 && text_width(font, name.substr(0, end)) > width) {
        end = name.rfind(' ', end - 1);
    }
    if (end == std::string::npos || end == 0) return {shortened(font, name, width), {}};
    return {name.substr(0, end), shortened(font, std::string_view(name).substr(end + 1), width)};
}

/// One picture with its name. True when chosen.
bool thumbnail(const Panel& panel, const LandscapeChoice& landscape, const std::string& name, bool current) {
    ImFont* const font = panel.fonts.caption;
    const float width = ImGui::GetContentRegionAvail().x;
    const float picture = width * thumbnail_height / thumbnail_width;
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const ImVec2 end{corner.x + width, corner.y + picture};
    const auto [first, second] = two_lines(font, name, width);
    const float words_height = (second.empty() ? 1 : 2) * font->FontSize + panel.px(6);
    const bool pressed = pressable(panel, "thumbnail", {width, picture + words_height});
    const bool hovered = ImGui::IsItemHovered();

    ImDrawList& list = *ImGui::GetWindowDrawList();
    const unsigned texture = ImGui::IsItemVisible() && panel.inputs.thumbnail ? panel.inputs.thumbnail(landscape) : 0;
    if (current && panel.state.blindfolded) {
        list.AddRectFilled(corner, end, pack(panel.colors.background), panel.px(5));
        const ImVec2 mark{(corner.x + end.x - text_width(panel.fonts.title, "?")) / 2,
                          (corner.y + end.y - panel.fonts.title->FontSize) / 2};
        write(list, panel.fonts.title, mark, pack(panel.colors.quiet_text), "?");
    } else if (texture != 0) {
        list.AddImageRounded(texture_id(texture), corner, end, {0, 0}, {1, 1}, IM_COL32_WHITE, panel.px(5));
    } else {
        list.AddRectFilled(corner, end, pack(blend(panel.colors.panel, panel.colors.text, 0.06F)), panel.px(5));
    }
    if (current || hovered) {
        const Color frame = current ? panel.colors.accent : panel.colors.text.with_alpha(0.35F);
        list.AddRect(corner, end, pack(frame), panel.px(5), 0, panel.px(2));
    }
    const ImU32 color = pack(current || hovered ? panel.colors.text : panel.colors.quiet_text);
    write(list, font, {corner.x, end.y + panel.px(3)}, color, first);
    write(list, font, {corner.x, end.y + panel.px(3) + font->FontSize}, color, second);
    return pressed;
}

/// The name, to be typed over; Enter is enough. A formula without one goes by its text.
void draw_name_field(Panel& panel, KeptFormula& kept) {
    if (ImGui::IsWindowAppearing()) ImGui::SetKeyboardFocusHere();
    ImGui::SetNextItemWidth(panel.px(200));
    const bool entered =
        ImGui::InputTextWithHint("##name", kept.landscape.formula.c_str(), &kept.name,
                                 ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
    panel.note_gesture();
    if (entered) ImGui::CloseCurrentPopup();
}

/// What is open, as it was when it last rested: a slider would have it painted anew in every frame.
void draw_unkept(Panel& panel) {
    LandscapeChoice& shown = panel.state.at_rest;
    if (!ImGui::IsAnyItemActive()) shown = panel.session.landscape;
    thumbnail(panel, shown, landscape_name(panel.session, panel.inputs.catalogue), true);
    tooltip(panel, landscape_words(panel.session.landscape));
}

void draw_kept(Panel& panel) {
    std::optional<std::size_t> removed;
    for (std::size_t i = 0; i < panel.session.kept.size(); ++i) {
        KeptFormula& kept = panel.session.kept[i];
        ImGui::PushID(static_cast<int>(i));
        const std::string& name = kept.name.empty() ? kept.landscape.formula : kept.name;
        if (thumbnail(panel, kept.landscape, name, kept.landscape == panel.session.landscape)) {
            open_kept(kept, panel.session, panel.state);
        }
        tooltip(panel, "Double-click: another name; right-click: that, or remove it");
        if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) ImGui::OpenPopup("kept");
        if (ImGui::BeginPopupContextItem("kept")) {
            draw_name_field(panel, kept);
            if (menu_row(panel, "Remove")) removed = i;
            ImGui::EndPopup();
        }
        ImGui::PopID();
    }
    if (removed) panel.session.kept.erase(panel.session.kept.begin() + static_cast<std::ptrdiff_t>(*removed));
}

}  // namespace

void draw_thumbnails(Panel& panel) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {panel.px(12), panel.px(12)});
    const PanelWindow window(panel, "thumbnails", panel.layout.thumbnails);
    ImGui::PopStyleVar();
    if (!window) return;

    if (panel.state.group == own_group) {
        if (is_unkept(panel.session, panel.inputs.catalogue)) draw_unkept(panel);
        draw_kept(panel);
        soften_edges(panel);
        return;
    }
    for (const LandscapeEntry* entry : panel.inputs.catalogue.in_group(panel.state.group)) {
        ImGui::PushID(entry->id.c_str());
        const bool current = entry->id == panel.session.landscape.id;
        if (thumbnail(panel, landscape_choice(*entry), entry->name, current))
            run_landscape(*entry, panel.session, panel.state);
        tooltip(panel, entry->hint);
        ImGui::PopID();
    }
    soften_edges(panel);
}

}  // namespace thalweg
