#pragma once

#include <cstddef>
#include <vector>

#include "app/document/session.h"

namespace thalweg {

/// Undo and redo as copies of the Session. A gesture (drag, slider) is one entry: between begin and end of a gesture
/// `record` keeps only what was before it.
class History {
  public:
    /// Called after an edit, with what was before. Nothing is kept when same_document(before, after).
    void record(const Session& before, const Session& after, bool gesture_goes_on);

    bool can_undo() const { return !past_.empty(); }
    bool can_redo() const { return !future_.empty(); }
    /// The document as it was; camera, map window and playback stay as they are in `now`.
    Session undo(const Session& now);
    Session redo(const Session& now);

  private:
    std::vector<Session> past_, future_;
    bool in_gesture_ = false;
};

}  // namespace thalweg
