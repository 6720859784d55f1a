#pragma once

#include <array>
#include <vector>

#include "app/view/ink.h"
#include "app/view/ink_style.h"
#include "app/view/placement.h"
#include "core/calculus/box.h"
#include "core/calculus/taylor.h"
#include "core/sampling/height_scale.h"

namespace thalweg {

/// The tangent plane, or the model with the second derivatives too.
enum class ModelOrder { plane, quadratic };

/// A model of f over a disc about a point, ready to be drawn: as a patch in the surface view, as level lines on the
/// map.
struct ModelPatch {
    static constexpr std::size_t spokes = 72;
    double radius_x = 0, radius_y = 0;    ///< of the disc, which is round in the views
    std::vector<Spot> sheet;              ///< the patch itself: rings about the point, of `spokes` + 1 spots each
    std::vector<std::vector<Spot>> grid;  ///< lines over the patch, along x and along y
    std::vector<Spot> rim;
    std::vector<std::vector<Spot>> levels;       ///< level lines of the model …
    std::vector<std::vector<Spot>> levels_of_f;  ///< … and of f, at the same values
};

/// The patch about p, over a share of the domain that leaves the surface around it to be seen.
ModelPatch model_patch(Evaluator& f, const TaylorModel& model, const std::array<double, 2>& p, const Box& domain,
                       ModelOrder order, const HeightScale& scale);

void draw_model_patch(Ink& ink, const Placement& placement, const InkStyle& style, const ModelPatch& patch,
                      const Color& color);

}  // namespace thalweg
