#pragma once

#include "app/panels/actions.h"
#include "app/studio/events.h"

namespace thalweg {

/// Gives a key to what the keyboard holds in the panels; false if that has no use for it. Esc lets go of it.
bool handle(const KeyPressed& event, KeyFocus& keys);

/// Carries out what a key stands for in the table of actions. typing: a field has the keyboard, so that only keys act
/// that no text needs.
void handle(const KeyPressed& event, const ActionTargets& targets, bool typing);

/// Ends what lasts as long as its key is held.
void handle(const KeyReleased& event, const ActionTargets& targets);

/// '?' opens and closes the list of keys, wherever the keyboard has it.
void handle(const CharacterTyped& event, const ActionTargets& targets, bool typing);

/// Whether the key closes the popup that is open, if there is one, and does nothing else then.
bool closes_popup(const KeyPressed& event);

/// Whether the key moves the selected start; as long as it is held, that is one edit.
bool is_nudge(const KeyPressed& event);

}  // namespace thalweg
