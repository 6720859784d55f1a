#pragma once

#include <array>
#include <span>
#include <vector>

#include "app/scene/palette.h"
#include "app/view/ink_style.h"
#include "app/view/placement.h"
#include "core/landscape/landscape.h"
#include "core/sampling/height_scale.h"

namespace thalweg {

/// A line of the plane, lying on the surface: heights as the surface view draws them.
using SurfaceLine = std::vector<Spot>;

SurfaceLine on_surface(std::span<const std::array<double, 2>> points, Evaluator& f, const HeightScale& scale);

/// Strokes lines over a view, raised so that the surface does not swallow them. width: design pixels.
void draw_lines(Ink& ink, std::span<const SurfaceLine> lines, const Color& color, const Placement& placement,
                const InkStyle& style, float width = 2.8F);

}  // namespace thalweg
