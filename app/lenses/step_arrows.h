#pragma once

#include <array>
#include <string>
#include <vector>

#include "app/view/ink_style.h"
#include "app/view/placement.h"
#include "core/optimizer/anatomy.h"

namespace thalweg {

/// A step and the terms that make it up, as arrows from the point where it begins.
struct StepArrows {
    struct Arrow {
        StepTermKind kind = StepTermKind::step;
        std::string label;
        std::array<double, 2> way = {};  ///< in the plane
    };

    Spot at, next;                      ///< where the step begins and ends, at the heights of the surface view
    std::array<double, 2> ascent = {};  ///< how the drawn height changes along x and y at `at`
    std::vector<Arrow> arrows;
};

/// Whether a term is a way in the plane, drawn as long as it is; the others are slopes and quotients of slopes.
bool is_way(StepTermKind kind);

/// The length of a term's arrow in design pixels, which grows with the cube root of its size: one scale for all terms
/// that are no ways, so that terms of very different sizes are seen beside each other and the longer is the larger.
/// largest: the size of the largest of these terms.
float stretched_length(double size, double largest);

/// Draws the arrows with their labels. Ways too short to be seen are drawn longer, and their labels say how much.
void draw_step_arrows(Ink& ink, std::vector<Label>& labels, const StepArrows& step, const Placement& placement,
                      const InkStyle& style);

}  // namespace thalweg
