#include "app/document/history.h"

#include <utility>

namespace thalweg {
namespace {

constexpr std::size_t longest_history = 500;

/// The document of `then`, seen as `now` sees it; but another landscape's map window would show nothing of use.
Session with_view_of(Session then, const Session& now) {
    const Box map = then.landscape.domain == now.landscape.domain ? now.display.map : then.display.map;
    then.playback.step = now.playback.step;
    then.display = arranged_as(then.display, now.display);
    then.display.map = map;
    return then;
}

}  // namespace

void History::record(const Session& before, const Session& after, bool gesture_goes_on) {
    if (!same_document(before, after)) {
        if (!in_gesture_) past_.push_back(before);
        if (past_.size() > longest_history) past_.erase(past_.begin());
        future_.clear();
        in_gesture_ = true;
    }
    if (!gesture_goes_on) in_gesture_ = false;
}

Session History::undo(const Session& now) {
    if (past_.empty()) return now;
    Session then = with_view_of(std::move(past_.back()), now);
    past_.pop_back();
    future_.push_back(now);
    in_gesture_ = false;
    return then;
}

Session History::redo(const Session& now) {
    if (future_.empty()) return now;
    Session then = with_view_of(std::move(future_.back()), now);
    future_.pop_back();
    past_.push_back(now);
    in_gesture_ = false;
    return then;
}

}  // namespace thalweg
