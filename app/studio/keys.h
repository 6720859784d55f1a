#pragma once

#include "app/panels/interface.h"
#include "app/studio/events.h"

namespace thalweg {

/// What keys act upon.
struct KeyTargets {
    Session& session;
    InterfaceState& state;
    InterfaceRequests& requests;
    const Scene& scene;
    const Catalogue& catalogue;
    bool& save_session;   ///< becomes true when the session is to be saved
    bool typing = false;  ///< a field has the keyboard: only keys that no text needs act
};

/// Carries out what a key stands for:
///   1 … 9                 the landscapes of one group          Page Up, Page Down   the landscape before, after
///   arrows                nudge the selected start (Shift: a tenth as far)          Delete   removes it
///   space , . Home End    play or pause, one step back or forward, to the start, to the end
///   F                     looks at the point under the pointer                      R        the whole landscape
///   T                     dark or light                                            P        picture of the window
///   F11, F5               projector mode                                           Esc      back
///   Ctrl+Z, Ctrl+Shift+Z or Ctrl+Y   undo, redo        Ctrl+S   saves the session        Ctrl+Q   quits
///   Ctrl + and −          larger and smaller interface
void handle(const KeyPressed& event, const KeyTargets& targets);

/// Whether the key moves the selected start; as long as it is held, that is one edit.
bool is_nudge(const KeyPressed& event);

/// '?' opens and closes the list of keys, wherever the keyboard has it.
void handle(const CharacterTyped& event, const KeyTargets& targets);

}  // namespace thalweg
