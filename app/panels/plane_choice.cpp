#include "app/panels/plane_choice.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "app/panels/widgets.h"

namespace thalweg {
namespace {

constexpr float one_row_from = 400, least_words = 90;  // design pixels

/// A button with the variable along one axis, and the list of all of them below it. Choosing the other axis's variable
/// swaps the two.
void draw_axis(Panel& panel, const char* id, std::span<const std::string> variables, std::size_t which,
               std::string_view tip) {
    auto axes = panel.scene.landscape().space->axes;
    ImGui::PushID(id);
    const bool open = text_button(panel, variables[axes.at(which)].c_str());
    tooltip(panel, tip);
    if (popup_below(panel, "axis", open)) {
        for (std::size_t i = 0; i < variables.size(); ++i) {
            if (!menu_row(panel, variables[i].c_str(), {}, i == axes.at(which))) continue;
            if (axes.at(1 - which) == i) axes.at(1 - which) = axes.at(which);
            axes.at(which) = i;
            choose_axes(panel.session, variables, axes);
        }
        ImGui::EndPopup();
    }
    ImGui::PopID();
}

}  // namespace

int plane_rows(float width, float scale) {
    return width < one_row_from * scale ? 2 : 1;
}

void draw_plane_choice(Panel& panel) {
    const LandscapePart& part = panel.scene.landscape();
    if (!part.space) return;
    const auto variables = part.space->landscape->formula().variables();
    const float right = ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x;
    ImGui::AlignTextToFramePadding();
    text(panel, "Plane  →", Tone::quiet);
    ImGui::SameLine(0, panel.px(4));
    draw_axis(panel, "right", variables, 0, "The variable that grows to the right");
    ImGui::SameLine(0, panel.px(8));
    text(panel, "↑", Tone::quiet);
    ImGui::SameLine(0, panel.px(4));
    draw_axis(panel, "up", variables, 1, "The variable that grows upwards on the map");
    constexpr std::array<std::string_view, 2> choices = {"the run", "the start"};
    if (plane_rows(panel.layout.parameters.width, panel.inputs.scale) == 1) ImGui::SameLine(0, panel.px(14));
    ImGui::AlignTextToFramePadding();
    text(panel, "through", Tone::quiet);
    ImGui::SameLine(0, panel.px(6));
    auto& through = panel.session.landscape.slice.through;
    int chosen = static_cast<int>(through);
    if (segmented(panel, "through", choices, chosen)) through = static_cast<SliceChoice::Through>(chosen);
    tooltip(panel, "Whether the plane goes along with the first run, step by step, or stays where the start lies");
    ImGui::SameLine(0, panel.px(14));
    if (right - ImGui::GetCursorPosX() < panel.px(least_words)) return ImGui::NewLine();
    const std::string words =
        fmt::format("A slice at {}; descents go on in all {} variables, so their own f is another than the slice's",
                    part.space->where, variables.size());
    text_within(panel, words, std::max(right - ImGui::GetCursorPosX(), 1.0F), Tone::normal, panel.fonts.caption);
    tooltip(panel, words +
                       ". Paths are drawn where they pass over or under the slice, on its surface. Charts, tables "
                       "and captions tell their own f. Stationary points are those of the slice.");
}

}  // namespace thalweg
