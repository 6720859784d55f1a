#include "app/panels/actions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <numeric>

#include "app/document/sight.h"
#include "app/panels/nudge.h"
#include "app/panels/study.h"
#include "app/panels/transport.h"
#include "app/scene/curve.h"

namespace thalweg {
namespace {

using On = const ActionTargets&;

void show_group(On on, int number) {
    const auto index = static_cast<std::size_t>(number);
    if (index >= on.catalogue.groups.size()) return;
    const std::string& group = on.catalogue.groups[index].id;
    on.state.group = group;
    const LandscapeEntry* shown = on.catalogue.find(on.session.landscape.id);
    const auto entries = on.catalogue.in_group(group);
    if (!entries.empty() && (shown == nullptr || shown->group != group))
        run_landscape(*entries.front(), on.session, on.state);
}

/// The landscape `by` places on in the group of the one shown, round and round.
void turn_page(On on, int by) {
    const LandscapeEntry* shown = on.catalogue.find(on.session.landscape.id);
    std::string group = shown != nullptr ? shown->group : on.state.group;
    if (group.empty() && !on.catalogue.groups.empty()) group = on.catalogue.groups.front().id;
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

/// Radians of one press, and of the map's sides the share.
constexpr double turn_by_key = 0.1, move_by_key = 0.1;
constexpr double nearer_by_key = 0.88;

bool shows_surface(On on) {
    return on.session.display.layout != ViewLayout::contour && !is_curve(on.scene.landscape());
}

void move_right(On on, int sign) {
    move_map(on.session.display, move_by_key * sign, 0);
}
void move_up(On on, int sign) {
    move_map(on.session.display, 0, move_by_key * sign);
}
/// Where there is no surface, the map or the curve is turned over like a page.
void turn_right(On on, int sign) {
    if (!shows_surface(on)) return move_right(on, sign);
    turn(on.session.display.camera, turn_by_key * sign, 0);
}
void turn_up(On on, int sign) {
    if (!shows_surface(on)) return move_up(on, sign);
    turn(on.session.display.camera, 0, turn_by_key * sign);
}

void come_nearer(On on, int steps) {
    const double times = std::pow(nearer_by_key, steps);
    Display& display = on.session.display;
    display.camera.distance = distance_at(display.camera, times);
    widen_map(display, on.session.landscape.domain, times);
}

/// In the middle of what the map shows; with more starts than there may be, none.
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

/// The arrow keys move it from now on.
void take_hold_of(On on, int what) {
    on.state.nudged = static_cast<Nudged>(what);
}
constexpr int lens_point = static_cast<int>(Nudged::study_point), lens_tip = static_cast<int>(Nudged::study_tip);

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

void look_at_pointer(On on, int) {
    if (!on.state.pointer_over) return;
    on.requests.look_at = true;
    on.requests.look_x = on.state.pointer_x;
    on.requests.look_y = on.state.pointer_y;
}

/// Closes what lies on top.
void type_formula(On on, int) {
    on.state.type_formula = true;
}

void hold_next(On on, int steps) {
    on.state.keys.steps += steps;
}

void go_back(On on, int) {
    InterfaceState& state = on.state;
    if (state.show_help)
        state.show_help = false;
    else if (state.importing.open)
        state.importing.open = false;
    else if (state.exporting.open)
        state.exporting.open = false;
    else if (state.opening.open)
        state.opening.open = false;
    else if (state.show_settings)
        state.show_settings = false;
    else
        on.session.display.projector = false;
}

void enlarge_interface(On on, int steps) {
    double& scale = on.session.display.interface_scale;
    scale = std::clamp(steps > 0 ? scale * 1.1 : scale / 1.1, 0.5, 3.0);
}

void open_export(On on, int) {
    ExportDialog& dialog = on.state.exporting;
    dialog.open = !dialog.open;
    dialog.order.picture.view = on.session.display.layout;
    on.state.show_help = false;
}

/// Of the dialog's file while it is open, else of the views.
void copy_as_command(On on, int) {
    (on.state.exporting.open ? on.requests.copy_export_command : on.requests.copy_views_command) = true;
}

void open_list(On on, int) {
    on.state.opening.open = !on.state.opening.open;
    on.state.show_help = false;
}

void open_palette(On on, int) {
    on.state.palette = {.open = !on.state.palette.open, .typed = {}, .chosen = 0};
    on.state.show_help = false;
}

template <bool Display::* setting>
void flip(On on, int) {
    on.session.display.*setting = !(on.session.display.*setting);
}
template <bool InterfaceState::* panel>
void flip(On on, int) {
    on.state.*panel = !(on.state.*panel);
}
/// A table takes the place of a lens.
template <bool InterfaceState::* table>
void flip_table(On on, int) {
    const bool hidden = on.session.study.lens != LensKind::none;
    on.state.*table = hidden || !(on.state.*table);
    on.session.study.lens = LensKind::none;
}
template <bool Presenter::* aid>
void flip(On on, int) {
    on.state.presenter.*aid = !(on.state.presenter.*aid);
}
template <bool Presenter::* aid>
void hold(On on, int pressed) {
    on.state.presenter.*aid = pressed != 0;
}
template <bool InterfaceRequests::* wish>
void ask(On on, int) {
    on.requests.*wish = true;
}
void arrange(On on, int layout) {
    on.session.display.layout = static_cast<ViewLayout>(layout);
}
constexpr int both = static_cast<int>(ViewLayout::both), surface_only = static_cast<int>(ViewLayout::surface),
              map_only = static_cast<int>(ViewLayout::contour);

void see_from_above(On on, int) {
    look_from_above(on.session.display.camera);
}

void flip_theme(On on, int) {
    Theme& theme = on.session.display.theme;
    theme = theme == Theme::dark ? Theme::light : Theme::dark;
}

using enum ActionGroup;
constexpr auto table = std::to_array<Action>({
    {time, "Play or pause", "Space", "play, pause", [](On on, int) { toggle_play(on.session, on.state, on.scene); }},
    {time, "One step back", ",", "one step back, one step forward",
     [](On on, int) { step_back(on.session, on.state); }},
    {time, "One step forward", ".", "one step back, one step forward",
     [](On on, int) { step_forward(on.session, on.state, on.scene); }},
    {time, "To the start of the run", "Home", "to the start, to the end",
     [](On on, int) { jump_to_start(on.session, on.state); }},
    {time, "To the end of the run", "End", "to the start, to the end",
     [](On on, int) { jump_to_end(on.session, on.state, on.scene); }},
    {landscape, "", "1", "group of landscapes", show_group, 0},
    {landscape, "", "2", "group of landscapes", show_group, 1},
    {landscape, "", "3", "group of landscapes", show_group, 2},
    {landscape, "", "4", "group of landscapes", show_group, 3},
    {landscape, "", "5", "group of landscapes", show_group, 4},
    {landscape, "", "6", "group of landscapes", show_group, 5},
    {landscape, "", "7", "group of landscapes", show_group, 6},
    {landscape, "", "8", "group of landscapes", show_group, 7},
    {landscape, "", "9", "group of landscapes", show_group, 8},
    {landscape, "Type a formula", "Ctrl F", "type a formula", type_formula},
    {landscape, "Landscape before", "Page Up", "landscape before, after", turn_page, -1},
    {landscape, "Landscape after", "Page Down", "landscape before, after", turn_page, +1},
    {landscape, "", "←", "nudge what was selected last (Shift: finely)", nudge_right, -10},
    {landscape, "", "→", "nudge what was selected last (Shift: finely)", nudge_right, +10},
    {landscape, "", "↑", "nudge what was selected last (Shift: finely)", nudge_up, +10},
    {landscape, "", "↓", "nudge what was selected last (Shift: finely)", nudge_up, -10},
    {landscape, "", "Shift ←", "", nudge_right, -1},
    {landscape, "", "Shift →", "", nudge_right, +1},
    {landscape, "", "Shift ↑", "", nudge_up, +1},
    {landscape, "", "Shift ↓", "", nudge_up, -1},
    {landscape, "Remove the selected start", "Delete", "remove the selected start", remove_selected_start},
    {landscape, "Add a start in the middle of the map", "Insert", "add a start in the middle of the map", add_start},
    {landscape, "Select the next start", "S", "select the next start, optimizer", select_next_start},
    {landscape, "Select the next optimizer", "O", "select the next start, optimizer", select_next_optimizer},
    {landscape, "Selected optimizer on or off", "", "", switch_selected_optimizer},
    {landscape, "Remove the selected optimizer", "", "", remove_selected_optimizer},
    {landscape, "Arrow keys move the lens's point", "", "", take_hold_of, lens_point},
    {landscape, "Arrow keys move the lens's arm", "", "", take_hold_of, lens_tip},
    {landscape, "The lens goes along, or stays here", "", "", let_lens_follow},
    {views, "Fit both views", "R", "fit both views", ask<&InterfaceRequests::fit>},
    {views, "", "F", "look at the point under the pointer", look_at_pointer},
    {views, "", "Ctrl ←", "turn the surface, or move the map", turn_right, -1},
    {views, "", "Ctrl →", "turn the surface, or move the map", turn_right, +1},
    {views, "", "Ctrl ↑", "turn the surface, or move the map", turn_up, +1},
    {views, "", "Ctrl ↓", "turn the surface, or move the map", turn_up, -1},
    {views, "", "Ctrl Shift ←", "move the map", move_right, -1},
    {views, "", "Ctrl Shift →", "move the map", move_right, +1},
    {views, "", "Ctrl Shift ↑", "move the map", move_up, +1},
    {views, "", "Ctrl Shift ↓", "move the map", move_up, -1},
    {views, "Come nearer", "+", "come nearer, go back", come_nearer, +1},
    {views, "Go back", "−", "come nearer, go back", come_nearer, -1},
    {views, "See the surface from above", "", "", see_from_above},
    {views, "Dark or light theme", "T", "dark or light theme", flip_theme},
    {views, "Both views", "", "", arrange, both},
    {views, "Surface alone", "", "", arrange, surface_only},
    {views, "Map alone", "", "", arrange, map_only},
    {views, "Level lines on or off", "", "", flip<&Display::level_lines>},
    {views, "Gradient field on or off", "", "", flip<&Display::gradient_field>},
    {views, "Live arrows on or off", "", "", flip<&Display::live_arrows>},
    {views, "Stationary points' marks on or off", "", "", flip<&Display::stationary_points>},
    {views, "Step dots on or off", "", "", flip<&Display::step_dots>},
    {views, "Animations on or off", "", "", flip<&Display::animations>},
    {views, "Table of steps", "", "", flip_table<&InterfaceState::show_steps_table>},
    {views, "Table of stationary points", "", "", flip_table<&InterfaceState::show_stationary_table>},
    {views, "Panel of optimizers", "", "", flip<&InterfaceState::show_optimizers>},
    {views, "Inspector", "", "", flip<&InterfaceState::show_inspector>},
    {presenting, "Projector mode", "F11|F5", "projector mode", flip<&Display::projector>, 0, true},
    {presenting, "Caption: what is happening", "C", "a line that says what is happening", flip<&Presenter::caption>},
    {presenting, "", "L", "hold: laser pointer", hold<&Presenter::laser>, 0, false, true},
    {presenting, "", "Z", "hold: magnifier", hold<&Presenter::magnifier>, 0, false, true},
    {presenting, "Freeze both views", "F8", "freeze both views, go on", flip<&Presenter::frozen>, 0, true},
    {program, "", "Ctrl K", "find anything by name", open_palette, 0, true},
    {program, "Undo", "Ctrl Z", "undo", ask<&InterfaceRequests::undo>},
    {program, "Redo", "Ctrl Shift Z|Ctrl Y", "redo", ask<&InterfaceRequests::redo>},
    {program, "Open a session or a picture", "Ctrl O", "open a session or a picture", open_list, 0, true},
    {program, "Save the session", "Ctrl S", "save the session", ask<&InterfaceRequests::save>, 0, true},
    {program, "Export a picture or data", "Ctrl E", "export pictures and data", open_export, 0, true},
    {program, "Copy as command", "Ctrl Shift C", "copy as a command that makes this picture", copy_as_command, 0, true},
    {program, "Screenshot", "P", "screenshot", ask<&InterfaceRequests::screenshot>},
    {program, "Larger interface", "Ctrl +", "larger, smaller interface", enlarge_interface, +1, true},
    {program, "Smaller interface", "Ctrl −", "larger, smaller interface", enlarge_interface, -1, true},
    {program, "Settings", "", "", flip<&InterfaceState::show_settings>},
    {program, "Help: all keys", "F1", "this help", flip<&InterfaceState::show_help>, 0, true},
    {program, "", "?", "this help", flip<&InterfaceState::show_help>},
    {program, "", "Tab", "hold what is next in the panels (Enter: press)", hold_next, +1},
    {program, "", "Shift Tab", "hold what is next in the panels (Enter: press)", hold_next, -1},
    {program, "", "Esc", "back", go_back},
    {program, "Quit", "Ctrl Q", "quit", ask<&InterfaceRequests::quit>, 0, true},
});

}  // namespace

std::span<const Action> actions() {
    return table;
}

std::vector<std::string_view> key_alternatives(std::string_view keys) {
    std::vector<std::string_view> parts;
    while (!keys.empty()) {
        const std::size_t end = std::min(keys.find('|'), keys.size());
        parts.push_back(keys.substr(0, end));
        keys.remove_prefix(std::min(end + 1, keys.size()));
    }
    return parts;
}

namespace {

/// The first key of the action that has this in that column.
std::string_view first_key(std::string_view Action::* column, std::string_view words) {
    const auto action = std::ranges::find(table, words, column);
    if (action == table.end() || action->keys.empty()) return {};
    return key_alternatives(action->keys).front();
}

/// What is held down along with a key: "Ctrl Shift " of "Ctrl Shift ←".
std::string_view held_with(std::string_view key) {
    const bool modified = key.starts_with("Ctrl ") || key.starts_with("Shift ");
    return modified ? key.substr(0, key.rfind(' ') + 1) : std::string_view();
}

}  // namespace

std::string_view key_of(std::string_view name) {
    return first_key(&Action::name, name);
}

std::string_view key_for(std::string_view meaning) {
    return first_key(&Action::meaning, meaning);
}

std::vector<KeyLine> key_lines(ActionGroup group) {
    constexpr std::size_t most_keys = 4;  // more are told by the first and the last
    std::vector<KeyLine> lines;
    std::vector<std::string_view> keys;
    for (const Action& action : table) {
        if (action.group != group || action.meaning.empty()) continue;
        if (lines.empty() || lines.back().meaning != action.meaning) {
            lines.push_back({{}, action.meaning});
            keys.clear();
        }
        std::ranges::copy(key_alternatives(action.keys), std::back_inserter(keys));
        std::string& words = lines.back().keys;
        words.clear();
        if (keys.size() > most_keys) {
            words.append(keys.front()).append(" – ").append(keys.back());
            continue;
        }
        // What all of them are held with is said once.
        const std::string_view held = held_with(keys.front());
        const bool all = std::ranges::all_of(keys, [&](std::string_view key) { return held_with(key) == held; });
        for (std::string_view key : keys) {
            if (all && !words.empty()) key.remove_prefix(held.size());
            words.append(words.empty() ? "" : all && !held.empty() ? "  " : "   ").append(key);
        }
    }
    return lines;
}

}  // namespace thalweg
