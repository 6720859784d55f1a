#pragma once

#include <string>

#include "app/document/session.h"
#include "app/view/label.h"

namespace thalweg {

/// How long the pointer rests until it is told what it can do, in seconds.
inline constexpr double hint_seconds = 0.6;

/// What the hand has done in a view so far: that need not be said again.
struct Practice {
    bool dragged = false, panned = false, zoomed = false, added = false;
    int told = 0;  ///< how often the rest was said
};

/// Where the pointer is, beside everything that can be taken hold of.
struct Ground {
    enum class Kind { none, surface, map, curve };
    Kind kind = Kind::none;
    bool landscape = false;   ///< over the landscape itself: a start can be put there
    bool stationary = false;  ///< at a stationary point's mark
    bool dark = false;        ///< the open lens hides it: there one walks by clicks
    Practice practice = {};
};

/// What can be done with the thing under the pointer: "drag to move · double-click adds · right-click removes". Empty
/// over nothing that can be taken hold of.
std::string hint(const Pointer& pointer, const Session& session);

/// What dragging, the wheel and a double-click do where nothing is to be taken hold of: only what was not done yet, and
/// no more than a few times, for who only wants to look.
std::string hint(const Ground& ground);

}  // namespace thalweg
