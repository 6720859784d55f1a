#pragma once

#include "app/panels/interface.h"

namespace thalweg {

// The moves of playback, for its buttons and for keys alike. Step forward and back land on whole steps, and pause.

/// The last step that any path has.
int last_step(const Scene& scene);

/// Starts playing, from the beginning when the end is shown, or pauses.
void toggle_play(Session& session, InterfaceState& state, const Scene& scene);
void step_forward(Session& session, InterfaceState& state, const Scene& scene);
void step_back(Session& session, InterfaceState& state);
void jump_to_start(Session& session, InterfaceState& state);
void jump_to_end(Session& session, InterfaceState& state, const Scene& scene);

/// Selects the first start and optimizer and plays from the beginning, as after another landscape was opened.
void run_from_the_start(Session& session, InterfaceState& state);
/// Puts a landscape of the catalogue into the session and lets its paths run.
void run_landscape(const LandscapeEntry& entry, Session& session, InterfaceState& state);

/// Moves on by `seconds` of playing, once there are paths; stops at the end. True when the step shown changed.
bool advance(Session& session, InterfaceState& state, const Scene& scene, double seconds);

}  // namespace thalweg
