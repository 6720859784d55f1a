#pragma once

#include <string>

#include "app/document/session.h"
#include "app/scene/scene.h"
#include "core/descent/basins.h"

namespace thalweg {

/// "Adam, η = 0.1"; empty when there is no such row.
std::string optimizer_words(const Session& session, int row);

/// "minimum (3.00, 2.00)"; "diverged".
std::string destination_words(const Destination& destination);

/// What the lenses of many starts and many rates show, for the caption: "Adam, η = 0.1: 4 basins of minima; 31 % of
/// starts come to (3.00, 2.00)". Empty when none of them is open, or nothing is made yet.
std::string ensemble_words(const Session& session, const Scene& scene);

}  // namespace thalweg
