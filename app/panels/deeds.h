#pragma once

#include "app/panels/actions.h"

/// What the actions of the table do. Each takes the number of its row, which most have no use for.
namespace thalweg::deeds {

using On = const ActionTargets&;

// Landscapes.
void show_group(On on, int number);
/// The landscape `by` places on in the group of the one shown, round and round.
void turn_page(On on, int by);
void type_formula(On on, int);

// Starts, optimizers and the lens.
void nudge_right(On on, int thousandths);
void nudge_up(On on, int thousandths);
/// In the middle of what the map shows; with more starts than there may be, none.
void add_start(On on, int);
void remove_selected_start(On on, int);
void select_next_start(On on, int);
void select_next_optimizer(On on, int);
void switch_selected_optimizer(On on, int);
void remove_selected_optimizer(On on, int);
/// The arrow keys move it from now on.
void take_hold_of(On on, int what);
inline constexpr int lens_point = static_cast<int>(Nudged::study_point), lens_tip = static_cast<int>(Nudged::study_tip);
void let_lens_follow(On on, int);

// Views. Where there is no surface to turn, the map or the curve is turned over like a page.
void turn_right(On on, int sign);
void turn_up(On on, int sign);
void move_right(On on, int sign);
void move_up(On on, int sign);
void come_nearer(On on, int steps);
void look_at_pointer(On on, int);
void see_from_above(On on, int);
void arrange(On on, int layout);
inline constexpr int both = static_cast<int>(ViewLayout::both), surface_only = static_cast<int>(ViewLayout::surface),
                     map_only = static_cast<int>(ViewLayout::contour);
void flip_theme(On on, int);

// The program.
void enlarge_interface(On on, int steps);
void open_export(On on, int);
/// Of the dialog's file while it is open, else of the views.
void copy_as_command(On on, int);
void open_list(On on, int);
void open_palette(On on, int);
void hold_next(On on, int steps);
/// Closes what lies on top.
void go_back(On on, int);

// Switches and wishes.
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
}  // namespace thalweg::deeds
