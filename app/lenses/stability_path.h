#pragma once

#include <vector>

#include "app/view/ink_style.h"
#include "app/view/placement.h"
#include "core/descent/stability.h"

namespace thalweg {

/// A path, and how stable the step is that leaves each of its points.
struct StabilityPath {
    std::vector<Spot> spots;
    std::vector<Stability> verdicts;  ///< one for each spot
    std::size_t here = 0;             ///< index of the spot at the step shown
};

/// Green, amber, red; grey where nothing is known.
Color stability_color(Stability verdict);
/// The same as words in a panel: darker on paper.
Color stability_word_color(Stability verdict, Theme theme);

/// Draws the path over a view: steps that settle as a line, those that bounce dashed, those that diverge as dots with
/// a cross where each begins.
void draw_stability_path(Ink& ink, const StabilityPath& path, const Placement& placement, const InkStyle& style);

}  // namespace thalweg
