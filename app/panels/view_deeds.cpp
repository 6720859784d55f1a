// What is done to the views and to the program. The rest is in deeds.cpp.

#include <algorithm>
#include <cmath>

#include "app/document/sight.h"
#include "app/panels/deeds.h"
#include "app/scene/curve.h"

namespace thalweg::deeds {
namespace {

/// Radians of one press, and of the map's sides the share.
constexpr double turn_by_key = 0.1, move_by_key = 0.1;
constexpr double nearer_by_key = 0.88;

bool shows_surface(On on) {
    return on.session.display.layout != ViewLayout::contour && !is_curve(on.scene.landscape());
}

}  // namespace

void move_right(On on, int sign) {
    move_map(on.session.display, move_by_key * sign, 0);
}
void move_up(On on, int sign) {
    move_map(on.session.display, 0, move_by_key * sign);
}
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

void look_at_pointer(On on, int) {
    if (!on.state.pointer_over) return;
    on.requests.look_at = true;
    on.requests.look_x = on.state.pointer_x;
    on.requests.look_y = on.state.pointer_y;
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

void arrange(On on, int layout) {
    on.session.display.layout = static_cast<ViewLayout>(layout);
}

void see_from_above(On on, int) {
    look_from_above(on.session.display.camera);
}

void flip_theme(On on, int) {
    Theme& theme = on.session.display.theme;
    theme = theme == Theme::dark ? Theme::light : Theme::dark;
}

}  // namespace thalweg::deeds
