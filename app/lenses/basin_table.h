#pragma once

#include <string>

#include "app/panels/panel.h"
#include "app/scene/ensemble.h"

namespace thalweg {

/// More destinations than these are neither listed nor numbered.
inline constexpr std::size_t most_destinations_listed = 12;

/// The destinations of a map over the domain, each with its share of the starts and the median of their steps.
void draw_destinations(const Panel& panel, const ColoredBasins& basins);

/// What becomes of a start at (x, y), by the finest map there is: "to 3 in 12 steps", "diverged".
std::string words_of_start(const EnsemblePart& part, std::size_t optimizer, double x, double y);

}  // namespace thalweg
