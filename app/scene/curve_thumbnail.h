#pragma once

#include <array>

#include "app/scene/landscape_part.h"
#include "app/scene/palette.h"
#include "app/scene/raster.h"
#include "core/sampling/height_scale.h"

namespace thalweg {

/// The curve of a formula of one variable over its domain: a line in the colours of its heights over a faint ground,
/// broken off where the curve breaks off or leaves the scale's heights.
void paint_curve(Raster& raster, const LandscapePart& part, HeightScaleKind kind, const std::array<Color, 256>& colors);

}  // namespace thalweg
