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

/// Moves on by `seconds` of playing; stops at the end. True when the step shown changed.
bool advance(Session& session, InterfaceState& state, const Scene& scene, double seconds);

}  // namespace thalweg
