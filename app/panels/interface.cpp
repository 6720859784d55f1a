#include "app/panels/interface.h"

#include <algorithm>

#include "app/panels/caption.h"
#include "app/panels/landscapes.h"
#include "app/panels/panel.h"

namespace thalweg {
namespace {

/// Keeps the state in step with a session that others may have edited too.
void settle(Session& session, InterfaceState& state, const InterfaceInputs& inputs) {
    const auto last = [](const auto& list) { return std::max(static_cast<int>(list.size()) - 1, 0); };
    state.selected_start = std::clamp(state.selected_start, 0, last(session.starts));
    state.selected_optimizer = std::clamp(state.selected_optimizer, 0, last(session.optimizers));
    state.selected_trajectory =
        std::clamp(state.selected_trajectory, -1, static_cast<int>(session.trajectories.size()) - 1);
    const bool has_own = !session.kept.empty() || is_unkept(session, inputs.catalogue);
    if (state.group == own_group && !has_own) state.group.clear();
    if (state.group.empty()) {
        const LandscapeEntry* entry = inputs.catalogue.find(session.landscape.id);
        state.group = entry != nullptr ? entry->group : own_group;
    }

    const LandscapePart& part = inputs.scene.landscape();
    if (state.height_scale_due && part.landscape && !part.error && part.complaint.empty() &&
        !inputs.scene.surface().grid.values.empty()) {
        session.landscape.height_scale = choose_height_scale(inputs.scene.surface().grid.values);
        state.height_scale_due = false;
    }
}

/// Writes the caption, where it is shown; while the views are frozen, it stays what it was.
void tell(const Session& session, InterfaceState& state, const InterfaceInputs& inputs) {
    std::string& told = state.presenter.told;
    const bool shown = state.presenter.caption || session.display.projector;
    if (!state.presenter.frozen) told.clear();
    if (shown && told.empty()) told = caption(session, inputs.scene, state, inputs.catalogue);
}

int parameter_count(const Scene& scene) {
    return static_cast<int>(scene.landscape().parameters.size());
}

}  // namespace

ViewAreas draw_interface(Session& session, InterfaceState& state, InterfaceRequests& requests,
                         const InterfaceInputs& inputs) {
    settle(session, state, inputs);
    tell(session, state, inputs);
    begin_key_focus(state.keys);
    Panel panel{.session = session,
                .state = state,
                .requests = requests,
                .inputs = inputs,
                .scene = inputs.scene,
                .colors = theme_colors(session.display.theme),
                .fonts = fonts(),
                .layout = lay_out(session, state, inputs, parameter_count(inputs.scene))};
    draw_divider(panel);
    if (session.display.projector) {
        draw_projector(panel);
    } else {
        draw_top_bar(panel);
        draw_parameters(panel);
        draw_thumbnails(panel);
        draw_playback(panel);
        draw_chart(panel);
        draw_dock(panel);
        draw_side_tables(panel);
        draw_legend(panel);
        draw_settings(panel);
    }
    draw_export_dialog(panel);
    draw_open_list(panel);
    draw_import_dialog(panel);
    draw_left_behind(panel);
    draw_help(panel);
    draw_toast(panel);
    draw_command_palette(panel);
    draw_presenter(panel);
    return panel.layout.views;
}

}  // namespace thalweg
