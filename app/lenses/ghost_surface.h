#pragma once

#include <span>
#include <vector>

#include "app/scene/palette.h"
#include "app/view/ink.h"
#include "app/view/ink_style.h"
#include "app/view/placement.h"
#include "core/calculus/box.h"
#include "core/landscape/landscape.h"
#include "core/sampling/height_scale.h"

namespace thalweg {

/// Another surface over the same plane, drawn through the one that is shown: as a net in the surface view, as level
/// lines on the map.
struct GhostSurface {
    std::vector<std::vector<Spot>> net;
    std::vector<std::vector<Spot>> levels;
};

/// At the heights and levels of the surface that is shown.
GhostSurface ghost_surface(const Landscape& landscape, const Box& domain, const HeightScale& scale,
                           std::span<const double> levels);

void draw_ghost_surface(Ink& ink, const Placement& placement, const InkStyle& style, const GhostSurface& ghost,
                        const Color& color);

}  // namespace thalweg
