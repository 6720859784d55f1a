// What is done to the document: landscapes, starts, optimizers, the lens. The rest is in view_deeds.cpp.

#include "app/panels/deeds.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <string>
#include <vector>

#include "app/panels/landscapes.h"
#include "app/panels/nudge.h"
#include "app/panels/study.h"
#include "app/panels/transport.h"

namespace thalweg::deeds {

void show_group(On on, int number) {
    const auto index = static_cast<std::size_t>(number);
    const std::vector<LandscapeGroup> groups = shown_groups(on.session, on.state, on.catalogue);
    if (index >= groups.size()) return;
    const std::string& group = groups[index].id;
    on.state.group = group;
    const LandscapeEntry* shown = on.catalogue.find(on.session.landscape.id);
    const auto entries = on.catalogue.in_group(group);
    if (!entries.empty() && (shown == nullptr || shown->group != group))
        run_landscape(*entries.front(), on.session, on.state);
}

void turn_page(On on, int by) {
    const LandscapeEntry* shown = on.catalogue.find(on.session.landscape.id);
    std::string group = shown != nullptr ? shown->group : on.state.group;
    if (on.catalogue.in_group(group).empty() && !on.catalogue.groups.empty()) group = on.catalogue.groups.front().id;
    const auto entries = on.catalogue.in_group(group);
    if (entries.empty()) return;
    const auto count = static_cast<std::ptrdiff_t>(entries.size());
    const auto place = std::ranges::find(entries, shown);
    // From a formula of one's own, either key leads to the first.
    const auto next = place == entries.end() ? 0 : ((place - entries.begin()) + by + count) % count;
    on.state.group = group;
    run_landscape(*entries[static_cast<std::size_t>(next)], on.session, on.state);
}

void nudge_right(On on, int thousandths) {
    nudge(on, thousandths, 0);
}
void nudge_up(On on, int thousandths) {
    nudge(on, 0, thousandths);
}

void add_start(On on, int) {
    auto& starts = on.session.starts;
    if (starts.size() >= static_cast<std::size_t>(most_starts)) return;
    const Box& map = on.session.display.map;
    starts.push_back({std::midpoint(map.x0, map.x1), std::midpoint(map.y0, map.y1)});
    on.state.selected_start = static_cast<int>(starts.size()) - 1;
    on.state.nudged = Nudged::start;
}

void select_next_start(On on, int) {
    const auto count = static_cast<int>(on.session.starts.size());
    if (count == 0) return;
    on.state.selected_start = (on.state.selected_start + 1) % count;
    on.state.nudged = Nudged::start;
}

void select_next_optimizer(On on, int) {
    const auto count = static_cast<int>(on.session.optimizers.size());
    if (count > 0) on.state.selected_optimizer = (on.state.selected_optimizer + 1) % count;
}

void remove_selected_optimizer(On on, int) {
    auto& optimizers = on.session.optimizers;
    const auto count = static_cast<int>(optimizers.size());
    if (count == 0) return;
    const int selected = std::clamp(on.state.selected_optimizer, 0, count - 1);
    optimizers.erase(optimizers.begin() + selected);
    on.state.selected_optimizer = std::clamp(selected, 0, std::max(0, count - 2));
}

void switch_selected_optimizer(On on, int) {
    auto& optimizers = on.session.optimizers;
    if (optimizers.empty()) return;
    const int last = static_cast<int>(optimizers.size()) - 1;
    bool& enabled = optimizers[static_cast<std::size_t>(std::clamp(on.state.selected_optimizer, 0, last))].enabled;
    enabled = !enabled;
}

void take_hold_of(On on, int what) {
    on.state.nudged = static_cast<Nudged>(what);
}

void let_lens_follow(On on, int) {
    Study& study = on.session.study;
    if (study.pinned) {
        study.pinned = false;
    } else {
        const auto point = study_point(on.session, on.scene, on.state);
        pin_study(study, point[0], point[1]);
    }
}

void remove_selected_start(On on, int) {
    auto& starts = on.session.starts;
    if (starts.size() < 2) return;
    const int selected = std::clamp(on.state.selected_start, 0, static_cast<int>(starts.size()) - 1);
    starts.erase(starts.begin() + selected);
    on.state.selected_start = std::max(0, selected - 1);
}

void type_formula(On on, int) {
    on.state.type_formula = true;
}

}  // namespace thalweg::deeds
