#include "app/panels/landscapes.h"

#include <algorithm>

#include "app/panels/transport.h"
#include "app/panels/widgets.h"

namespace thalweg {

bool is_unkept(const Session& session, const Catalogue& catalogue) {
    return catalogue.find(session.landscape.id) == nullptr &&
           std::ranges::find(session.kept, session.landscape, &KeptFormula::landscape) == session.kept.end();
}

std::vector<LandscapeGroup> shown_groups(const Session& session, const InterfaceState& state,
                                         const Catalogue& catalogue) {
    std::vector<LandscapeGroup> groups = catalogue.groups;
    if (!session.kept.empty() || state.group == own_group) groups.push_back({.id = own_group, .name = "Yours"});
    return groups;
}

void open_kept(const KeptFormula& kept, Session& session, InterfaceState& state) {
    const LandscapeChoice landscape = kept.landscape;
    session.landscape = landscape;
    session.display.map = landscape.domain;
    run_from_the_start(session, state);
}

std::string landscape_name(const Session& session, const Catalogue& catalogue) {
    if (const LandscapeEntry* entry = catalogue.find(session.landscape.id)) return entry->name;
    if (session.landscape.source != LandscapeSource::formula) return landscape_words(session.landscape);
    const auto kept = std::ranges::find(session.kept, session.landscape.formula,
                                        [](const KeptFormula& formula) { return formula.landscape.formula; });
    return kept == session.kept.end() ? "Your formula" : kept->name;
}

void draw_group_rows(Panel& panel, const std::string& group) {
    if (group != own_group) {
        for (const LandscapeEntry* entry : panel.inputs.catalogue.in_group(group)) {
            if (!menu_row(panel, entry->name.c_str(), {}, entry->id == panel.session.landscape.id)) continue;
            panel.state.group = group;
            run_landscape(*entry, panel.session, panel.state);
        }
        return;
    }
    if (is_unkept(panel.session, panel.inputs.catalogue))
        menu_row(panel, landscape_name(panel.session, panel.inputs.catalogue).c_str(), {}, true);
    for (std::size_t i = 0; i < panel.session.kept.size(); ++i) {
        const KeptFormula& kept = panel.session.kept[i];
        ImGui::PushID(static_cast<int>(i));
        if (menu_row(panel, kept.name.c_str(), {}, kept.landscape == panel.session.landscape)) {
            panel.state.group = own_group;
            open_kept(kept, panel.session, panel.state);
        }
        ImGui::PopID();
    }
}

void draw_landscape_menu(Panel& panel) {
    const std::string name = landscape_name(panel.session, panel.inputs.catalogue);
    const std::string shown = shortened(panel.fonts.caption, name, panel.px(110));
    const bool open = text_button(panel, (shown + "###landscapes").c_str());
    if (!popup_below(panel, "all landscapes", open)) return;
    ImGui::BeginChild("rows", {panel.px(230), std::min(panel.px(420), 0.6F * panel.inputs.height)});
    for (const LandscapeGroup& group : shown_groups(panel.session, panel.state, panel.inputs.catalogue)) {
        heading(panel, group.name);
        draw_group_rows(panel, group.id);
    }
    ImGui::EndChild();
    ImGui::EndPopup();
}

}  // namespace thalweg
