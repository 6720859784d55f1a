#pragma once

#include <array>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/calculus/box.h"
#include "core/calculus/classification.h"
#include "core/landscape/formula_landscape.h"

namespace thalweg {

/// A point where the gradient vanishes.
struct StationaryPoint {
    double x = 0.0, y = 0.0;
    double value = 0.0;
    double gradient_bound = 0.0;                             ///< upper bound of ‖∇f‖ at (x, y)
    std::array<double, 2> eigenvalues = {};                  ///< of the Hessian, ascending
    std::array<std::array<double, 2>, 2> eigenvectors = {};  ///< [i] is the unit vector of eigenvalues[i]
    StationaryClass kind = StationaryClass::degenerate;
    bool certified = false;       ///< proved: exactly one stationary point of this class in a tiny box around (x, y)
    bool on_edge = false;         ///< its enclosure touches the edge of the domain
    bool global_minimum = false;  ///< proved: no smaller value in the box
};

/// A region where nothing could be decided, and why.
struct UndecidedRegion {
    Box box;
    std::string reason;
};

struct StationaryReport {
    std::vector<StationaryPoint> points;  ///< ordered by value, then x, then y
    std::vector<UndecidedRegion> undecided;
    bool complete = false;  ///< every stationary point of the box is in `points`, each certified
    bool cancelled = false;
    double seconds = 0.0;
};

struct StationarySettings {
    int box_budget = 200'000;  ///< work, counted in boxes, so that answers do not depend on the machine
};

/// All stationary points of the landscape in the box, by branch and bound over intervals.
/// progress, if given, is called now and then with the share done, 0..1, from the calling thread.
StationaryReport find_stationary_points(const FormulaLandscape& landscape, const Box& box,
                                        const StationarySettings& settings = {}, std::stop_token stop = {},
                                        const std::function<void(double)>& progress = {});

/// "9 stationary points in [-5, 5] × [-5, 5]: 4 minima, 1 maximum, 4 saddles. Proved complete."
std::string sentence(const StationaryReport& report, const Box& box);

}  // namespace thalweg
