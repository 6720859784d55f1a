#include "app/panels/actions.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "app/panels/deeds.h"
#include "app/panels/transport.h"

namespace thalweg {
namespace {

using namespace deeds;
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
