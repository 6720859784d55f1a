#pragma once

#include <cstddef>
#include <vector>

#include "app/document/session.h"

namespace thalweg {

/// Undo and redo as copies of the Session. A gesture (drag, slider) is one entry: `record` keeps only what was before
/// it.
class History {
  public:
    /// Called after each frame, with what was before it. Nothing is kept when same_document(before, after), but a call
    /// with gesture_goes_on false ends the gesture.
    void record(const Session& before, const Session& after, bool gesture_goes_on);

    bool can_undo() const { return !past_.empty(); }
    bool can_redo() const { return !future_.empty(); }
    /// The document as it was; its arrangement (see arranged_as) and the step shown stay as they are in `now`, but for
    /// the map window when the domain is another. Without anything to undo: `now`.
    Session undo(const Session& now);
    Session redo(const Session& now);

  private:
    std::vector<Session> past_, future_;
    bool in_gesture_ = false;
};

}  // namespace thalweg
