#include <imgui.h>
#include <imgui_internal.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "app/panels/imgui_versions.h"
#include "app/panels/key_focus.h"
#include "app/panels/landscapes.h"
#include "app/panels/widgets.h"
#include "app/scene/descended.h"

namespace thalweg {
namespace {

/// Byte offset of a code point.
std::size_t offset_of(std::string_view words, std::size_t code_point) {
    std::size_t at = 0;
    while (at < words.size() && code_point > 0) {
        ++at;
        while (at < words.size() && (static_cast<unsigned char>(words[at]) & 0xC0) == 0x80) ++at;
        --code_point;
    }
    return at;
}

/// "f(x, y) =", with the names that the formula declares; a loss over data names them itself.
std::string function_head(const Scene& scene) {
    if (scene.landscape().data) return "Mean of";
    std::string names;
    const LandscapePart& part = scene.landscape();
    if (!part.landscape) return "f(x, y) =";
    for (const std::string& name : part.names.size() == 1 ? part.names : descended_names(part))
        names += (names.empty() ? "" : ", ") + name;
    return "f(" + names + ") =";
}

/// What is wrong with what was chosen: of a formula at its place, of anything else as a whole.
std::optional<FormulaError> what_is_wrong(const LandscapePart& part) {
    if (part.complaint.empty()) return part.error;
    return FormulaError{part.complaint};
}

/// A line under the offending characters and, hanging from it, what is wrong.
void draw_error(const Panel& panel, const FormulaError& error, ImFont* font, ImVec2 low, ImVec2 high, float scroll) {
    const std::string& typed = panel.state.formula_field;
    const std::size_t first = offset_of(typed, error.position);
    const std::size_t last = offset_of(typed, error.position + std::max<std::size_t>(error.length, 1));
    const float padding = ImGui::GetStyle().FramePadding.x, origin = low.x + padding - scroll;
    const float from = origin + text_width(font, std::string_view(typed).substr(0, first));
    const float to = std::max(origin + text_width(font, std::string_view(typed).substr(0, last)), from + panel.px(7));
    const auto inside = [&](float x) { return std::clamp(x, low.x + padding, high.x - padding); };
    const ImU32 color = pack(panel.colors.error);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({inside(from), high.y - panel.px(4)},
                       {std::max(inside(to), inside(from) + panel.px(2)), high.y - panel.px(2)}, color);

    const float tip = inside((from + to) / 2), top = high.y + panel.px(9);
    const float width = std::min(panel.px(520), panel.inputs.width - panel.px(16));
    const float wanted = std::min(text_width(panel.fonts.caption, error.message) + panel.px(30), width);
    const float left =
        std::clamp(tip - panel.px(24), panel.px(8), std::max(panel.inputs.width - wanted - panel.px(8), panel.px(8)));
    ImGui::SetNextWindowPos({left, top});
    ImGui::SetNextWindowSize({wanted, 0});
    ImGui::PushStyleColor(ImGuiCol_WindowBg, pack(blend(panel.colors.panel, panel.colors.error, 0.1F)));
    ImGui::PushStyleColor(ImGuiCol_Border, pack(panel.colors.error.with_alpha(0.6F)));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, std::max(1.0F, panel.px(1)));
    ImGui::Begin("formula error", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoNav);
    paragraph(panel, error.message, Tone::error, panel.fonts.caption);
    ImDrawList& over = *ImGui::GetForegroundDrawList();
    over.AddTriangleFilled({tip - panel.px(6), top + panel.px(0.5F)}, {tip, high.y + panel.px(2)},
                           {tip + panel.px(6), top + panel.px(0.5F)}, color);
    ImGui::End();
    ImGui::PopStyleVar();
    ImGui::PopStyleColor(2);
}

/// The font in which a field of this width shows all of a formula: smaller where the usual one has no room.
ImFont* font_for(const Panel& panel, const std::string& formula, float width) {
    const float room = width - 2 * ImGui::GetStyle().FramePadding.x;
    return text_width(panel.fonts.body, formula) <= room ? panel.fonts.body : panel.fonts.caption;
}

}  // namespace

void draw_formula_field(Panel& panel, float width) {
    const std::string head = function_head(panel.scene);
    const float head_width = text_width(panel.fonts.body, head) + panel.px(8);
    ImGui::AlignTextToFramePadding();
    if (width > panel.px(200) + head_width) {
        text(panel, head, Tone::quiet);
        ImGui::SameLine(0, panel.px(8));
        width -= head_width;
    }

    const ImGuiID id = ImGui::GetID("##formula");
    std::string& typed = panel.state.formula_field;
    // What is no formula has its name in the empty field; a formula typed there takes its place.
    const LandscapeChoice& choice = panel.session.landscape;
    const std::string shown = choice.source == LandscapeSource::grid ? std::string() : choice.formula;
    const std::string hint = choice.source == LandscapeSource::grid ? landscape_words(choice) : "x^2 + y^2";
    if (ImGui::GetActiveID() != id) typed = shown;
    const std::optional<FormulaError> error = what_is_wrong(panel.scene.landscape());
    if (error) {
        ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, std::max(1.0F, panel.px(1)));
        ImGui::PushStyleColor(ImGuiCol_Border, pack(panel.colors.error.with_alpha(0.7F)));
    }
    ImFont* const font = font_for(panel, typed, width);
    const float padding = ImGui::GetStyle().FramePadding.y + (panel.fonts.body->FontSize - font->FontSize) / 2;
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ImGui::GetStyle().FramePadding.x, padding});
    ImGui::PushFont(font);
    ImGui::SetNextItemWidth(width);
    if (std::exchange(panel.state.type_formula, false)) ImGui::SetKeyboardFocusHere();
    const bool edited = ImGui::InputTextWithHint("##formula", hint.c_str(), &typed);
    typed_in_by_key(panel);
    ImGui::PopFont();
    ImGui::PopStyleVar();
    if (error) {
        ImGui::PopStyleColor();
        ImGui::PopStyleVar();
    }
    panel.note_gesture();
    if (!error) tooltip(panel, typed.empty() ? hint : typed);
    if (edited && typed != shown) {
        set_formula(panel.session.landscape, typed);
        panel.state.height_scale_due = true;
    }
    if (error) {
        const ImGuiInputTextState* held = ImGui::GetInputTextState(id);
        const bool active = held != nullptr && ImGui::IsItemActive();
        draw_error(panel, *error, font, ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), active ? scrolled(*held) : 0);
    }
}

}  // namespace thalweg
