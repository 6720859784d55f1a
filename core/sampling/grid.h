#pragma once

#include <vector>

#include "core/calculus/box.h"
#include "core/landscape/landscape.h"

namespace thalweg {

/// f and ∇f sampled at the nodes of a regular grid over a box, edges included; row r is y0 + r·height/(rows-1).
/// NaN where f is undefined.
struct SurfaceGrid {
    Box box;
    int columns = 0, rows = 0;
    std::vector<double> values;  ///< rows × columns
    std::vector<double> dx, dy;  ///< the same, or empty when only values were asked for
};

enum class Derivatives { without, with };

/// Samples on all cores. columns, rows >= 2.
SurfaceGrid sample_grid(const Landscape& landscape, const Box& box, int columns, int rows, Derivatives derivatives);

}  // namespace thalweg
