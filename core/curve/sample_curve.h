#pragma once

#include <vector>

#include "core/landscape/landscape.h"

namespace thalweg {

/// One unbroken part of a curve y = f(x): two or more points by rising x, all of them finite.
struct CurvePiece {
    std::vector<double> x, y;
};

/// The curve of a landscape of one variable over [x0, x1], at columns + 1 evenly spaced places (columns >= 1) and
/// closer where it breaks off. Two neighbours belong to one piece only where interval arithmetic proves f continuous
/// between them, so that neither a pole nor a jump is bridged by a line; pieces reach up to the pole, the jump or the
/// edge of the domain of f within a millionth of a column. Where f breaks more often than once in some hundred
/// evaluations per column, neighbours are joined unproved. Single points, and parts narrower than a column between two
/// undefined neighbours, are not seen. What is no formula has no proofs, and is taken to be continuous wherever it is
/// defined.
std::vector<CurvePiece> sample_curve(const Landscape& curve, double x0, double x1, int columns);

}  // namespace thalweg
