#pragma once

#include <array>
#include <span>
#include <vector>

#include "core/calculus/box.h"
#include "core/landscape/landscape.h"

namespace thalweg {

/// f on a straight line p + t u, as the vertical plane through it cuts the surface.
struct Section {
    std::vector<double> t;  ///< rising, evenly spaced
    std::vector<double> f;  ///< f(p + t u); NaN where it is not defined
};

/// The section from t = `from` to t = `to` with `count` (>= 2) values, both ends included. u: n, of any length.
Section section(Evaluator& f, std::span<const double> point, std::span<const double> u, double from, double to,
                int count);

/// Part of a line.
struct Reach {
    double from = -1.0, to = 1.0;
};

/// The t of p + t u that lie in the box and within ±longest. A p outside the box, or on its edge, has all of ±longest.
Reach reach_in(const Box& box, const std::array<double, 2>& point, const std::array<double, 2>& u, double longest);

}  // namespace thalweg
