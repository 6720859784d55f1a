#include <fmt/format.h>
#include <imgui.h>
#include <imgui_stdlib.h>

#include "app/panels/key_focus.h"
#include "app/panels/landscapes.h"
#include "app/panels/number_entry.h"
#include "app/panels/slider.h"
#include "app/panels/widgets.h"
#include "app/scene/descended.h"
#include "app/scene/number_format.h"

namespace thalweg {
namespace {

constexpr std::size_t longest_name = 60;

/// One row "x  from  to"; keeps from < to.
bool range_row(Panel& panel, const char* name, double& from, double& to) {
    ImGui::PushID(name);
    ImGui::AlignTextToFramePadding();
    text(panel, name, Tone::quiet);
    ImGui::SameLine(panel.px(40));
    bool changed = number_field(panel, "##from", from, panel.px(96), {.high = to, .open_high = true});
    ImGui::SameLine();
    changed |= number_field(panel, "##to", to, panel.px(96), {.low = from, .open_low = true});
    ImGui::PopID();
    return changed;
}

void set_domain(Session& session, const Box& domain) {
    session.landscape.domain = domain;
    session.display.map = domain;
}

std::string suggested_name(const std::string& formula) {
    return formula.size() <= longest_name ? formula : "My formula";
}

}  // namespace

std::string domain_words(const Box& domain) {
    return fmt::format("[{}, {}] × [{}, {}]", format_number(domain.x0), format_number(domain.x1),
                       format_number(domain.y0), format_number(domain.y1));
}

void draw_domain_button(Panel& panel, bool with_words) {
    const std::string words = domain_words(panel.session.landscape.domain);
    const bool open = with_words ? text_button(panel, (words + "###domain").c_str())
                                 : icon_button(panel, "domain", Icon::box, "The domain: " + words);
    if (with_words) tooltip(panel, "The part of the plane that is shown");
    if (!popup_below(panel, "domain box", open)) return;
    heading(panel, "The part of the plane that is shown");
    Box domain = panel.session.landscape.domain;
    const auto [right, up] = axis_names(panel.scene.landscape());
    bool changed = range_row(panel, right.c_str(), domain.x0, domain.x1);
    changed |= range_row(panel, up.c_str(), domain.y0, domain.y1);
    if (changed && is_valid_domain(domain)) set_domain(panel.session, domain);
    if (text_button(panel, "Take what the map shows",
                    panel.session.display.map != domain && is_valid_domain(panel.session.display.map))) {
        set_domain(panel.session, panel.session.display.map);
    }
    ImGui::EndPopup();
}

void draw_keep_button(Panel& panel) {
    Session& session = panel.session;
    const bool possible = session.landscape.id.empty() && panel.session.landscape.source != LandscapeSource::grid &&
                          !panel.scene.landscape().error && panel.scene.landscape().complaint.empty() &&
                          session.kept.size() < static_cast<std::size_t>(most_kept);
    const bool open =
        icon_button(panel, "keep", Icon::keep, "Keep this formula among the thumbnails", {.enabled = possible});
    if (open) panel.state.kept_name = suggested_name(session.landscape.formula);
    if (!popup_below(panel, "keep formula", open)) return;
    heading(panel, "Keep this formula as");
    if (ImGui::IsWindowAppearing()) ImGui::SetKeyboardFocusHere();
    ImGui::SetNextItemWidth(panel.px(220));
    bool done = ImGui::InputText("##name", &panel.state.kept_name, ImGuiInputTextFlags_EnterReturnsTrue);
    typed_in_by_key(panel);
    ImGui::SameLine();
    done |= text_button(panel, "Keep");
    if (done && !panel.state.kept_name.empty()) {
        session.kept.push_back({.name = panel.state.kept_name, .landscape = session.landscape});
        panel.state.group = own_group;
        ImGui::CloseCurrentPopup();
    }
    ImGui::EndPopup();
}

}  // namespace thalweg
