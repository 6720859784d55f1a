#pragma once

#include <optional>

#include "app/scene/loaded_grid.h"
#include "app/scene/loaded_samples.h"

namespace thalweg {

/// What of a landscape's source has been read already: whoever is offered it need not read it again.
struct LoadedSource {
    std::optional<LoadedGrid> grid = {};
    std::optional<LoadedSamples> samples = {};
};

}  // namespace thalweg
