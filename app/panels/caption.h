#pragma once

#include <string>

#include "app/document/catalogue.h"
#include "app/panels/interface.h"
#include "app/scene/scene.h"

namespace thalweg {

/// How a path's run ended, as a sentence: "converged to a minimum after 87 steps".
std::string result(const Path& path, const Session& session);

/// Where it ended, in few words: "at a minimum after 87 steps".
std::string brief_result(const Path& path, const Session& session);

/// What is happening now, in one line for the back of the room, to the selected optimizer: "Adam: step 42, loss 0.031,
/// near a saddle: λ = −2.0, 4.0". The landscape's name while nothing runs.
std::string caption(const Session& session, const Scene& scene, const InterfaceState& state,
                    const Catalogue& catalogue);

}  // namespace thalweg
