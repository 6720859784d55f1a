#include "app/panels/transport.h"

#include <algorithm>
#include <cmath>

#include "app/scene/ensemble.h"

namespace thalweg {

int last_step(const Scene& scene) {
    const EnsemblePart& part = scene.ensemble();
    return shows_other_runs(part.lens) && part.longest > 0 ? part.longest : scene.paths().longest;
}

void toggle_play(Session& session, InterfaceState& state, const Scene& scene) {
    state.playing = !state.playing;
    if (state.playing && session.playback.step >= last_step(scene)) session.playback.step = 0;
}

void step_forward(Session& session, InterfaceState& state, const Scene& scene) {
    state.playing = false;
    session.playback.step = std::min<double>(std::floor(session.playback.step) + 1, last_step(scene));
}

void step_back(Session& session, InterfaceState& state) {
    state.playing = false;
    session.playback.step = std::max(std::ceil(session.playback.step) - 1, 0.0);
}

void jump_to_start(Session& session, InterfaceState& state) {
    state.playing = false;
    session.playback.step = 0;
}

void jump_to_end(Session& session, InterfaceState& state, const Scene& scene) {
    state.playing = false;
    session.playback.step = last_step(scene);
}

void run_from_the_start(Session& session, InterfaceState& state) {
    session.playback.step = 0;
    state.playing = true;
    state.selected_start = state.selected_optimizer = 0;
    state.height_scale_due = false;
}

void run_landscape(const LandscapeEntry& entry, Session& session, InterfaceState& state) {
    open_landscape(session, entry);
    run_from_the_start(session, state);
}

bool advance(Session& session, InterfaceState& state, const Scene& scene, double seconds) {
    if (!state.playing || scene.paths().revision == 0) return false;
    const double before = session.playback.step;
    session.playback.step = std::min<double>(before + session.playback.speed * seconds, last_step(scene));
    if (session.playback.step >= last_step(scene)) state.playing = false;
    return session.playback.step != before;
}

}  // namespace thalweg
