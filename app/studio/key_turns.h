#pragma once

#include "app/studio/events.h"

namespace thalweg {

/// Dear ImGui looks at the keys once a frame: one that goes down and up in between would be lost, and letters typed
/// after it would come before it. Of a frame's events this says which must wait for the next.
class KeyTurns {
  public:
    /// Whether the event has to wait; if not, it counts as passed on.
    bool must_wait(const Event& event);

  private:
    bool command_down_ = false;  ///< a key that types nothing went down in this frame
};

/// Keys that type a character: what they mean to a text field comes as CharacterTyped.
bool types_character(const KeyPressed& event);

}  // namespace thalweg
