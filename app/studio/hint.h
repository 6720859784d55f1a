#pragma once

#include <string>

#include "app/document/session.h"
#include "app/view/label.h"

namespace thalweg {

/// How long the pointer rests until it is told what it can do, in seconds.
inline constexpr double hint_seconds = 0.6;

/// What can be done with the thing under the pointer: "drag to move · double-click adds · right-click removes". Empty
/// over nothing that can be taken hold of.
std::string hint(const Pointer& pointer, const Session& session);

}  // namespace thalweg
