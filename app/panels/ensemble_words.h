#pragma once

#include <string>

#include "app/document/session.h"
#include "app/scene/scene.h"
#include "core/descent/basins.h"

namespace thalweg {

/// "Adam, η = 0.1"; empty when there is no such row.
std::string optimizer_words(const Session& session, int row);

/// "minimum (3.0, 2.0)", of a curve "minimum at 5.087"; "diverged". map: of the whole domain.
std::string destination_words(const Destination& destination, const BasinMap& map);

/// What the lenses of many starts and many rates show, for the caption: "Adam, η = 0.1: 4 basins of minima; 31 % of
/// starts come to (3.00, 2.00)". Empty when none of them is open, or nothing is made yet.
std::string ensemble_words(const Session& session, const Scene& scene);

}  // namespace thalweg
