#pragma once

#include <vector>

#include "core/formula/interval.h"
#include "core/landscape/formula_landscape.h"

namespace thalweg {

/// A place where a curve is not smooth, as narrow as it could be enclosed, and in which ways it may fail to be.
struct RoughPlace {
    double lower = 0.0, upper = 0.0;
    Decoration doubts = decoration::smooth;
};

struct RoughPlaces {
    std::vector<RoughPlace> places;  ///< by rising x, apart from each other
    bool complete = true;            ///< false: there are more of them than were looked for
};

/// Where a curve has kinks, jumps or gaps within [a, b]: everywhere else it is proved to be C². By halving, down to
/// 2⁻⁴⁰ of the interval's length; pieces that touch are one place. Long gaps (as of ln x left of 0) are one place.
RoughPlaces rough_places(const FormulaLandscape& curve, double a, double b);

}  // namespace thalweg
