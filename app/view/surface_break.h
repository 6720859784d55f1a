#pragma once

#include <optional>

#include "app/view/plane_point.h"
#include "core/landscape/landscape.h"
#include "core/sampling/height_scale.h"

namespace thalweg {

/// A place of the plane and the height at which the surface is drawn there, 0..1.
struct HeightAt {
    PlanePoint place;
    double height = 0.0;
};

/// Where the surface breaks off on the way from one place to another, to go on at another height: at a jump, or at a
/// pole with its two ends.
struct SurfaceBreak {
    double share = 0.5;                ///< of the way
    double before = 0.0, after = 0.0;  ///< heights at its two sides
};

/// Heights of neighbours differ by more than their slopes explain. rise: what the slope at each of them, kept up, would
/// climb on the whole way.
bool may_break(double from, double to, double rise_from, double rise_to);

/// Looks for a break by halving the way, each time going on in the half with the larger step: where the surface is only
/// steep, that step goes to nothing.
std::optional<SurfaceBreak> surface_break(Evaluator& f, const HeightScale& scale, const HeightAt& from,
                                          const HeightAt& to);

}  // namespace thalweg
