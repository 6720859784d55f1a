#pragma once

#include <string>

#include "app/document/catalogue.h"
#include "app/scene/scene.h"

namespace thalweg {

/// How a path's run ended, as a sentence: "converged to a minimum after 87 steps".
std::string result(const Path& path, const Session& session);

/// What is happening now, in one line for the back of the room: which landscape, which step, who is lowest or has
/// arrived.
std::string caption(const Session& session, const Scene& scene, const Catalogue& catalogue);

}  // namespace thalweg
