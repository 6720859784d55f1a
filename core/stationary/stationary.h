#pragma once

#include <array>
#include <functional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "core/calculus/box.h"
#include "core/calculus/classification.h"
#include "core/landscape/formula_landscape.h"

namespace thalweg {

/// A point where the gradient vanishes. What is called proved here rests on interval arithmetic
/// (core/formula/interval.h), on IEEE 754 and on StationaryReport::assumption.
struct StationaryPoint {
    double x = 0.0, y = 0.0;
    double value = 0.0;
    double gradient_bound = 0.0;                             ///< upper bound of ‖∇f‖ at (x, y)
    std::array<double, 2> eigenvalues = {};                  ///< of the Hessian, ascending
    std::array<std::array<double, 2>, 2> eigenvectors = {};  ///< [i] is the unit vector of eigenvalues[i]
    StationaryClass kind = StationaryClass::degenerate;
    bool certified = false;       ///< proved: exactly one stationary point of this class in a tiny box around (x, y)
    bool on_edge = false;         ///< its enclosure touches the edge of the domain
    bool global_minimum = false;  ///< proved: no smaller value in the box, but for the rounding of this one's
};

/// A region where nothing could be decided, and why: a clause such as "f is not differentiable there".
/// Regions are rectangles around what is undecided; certified points may lie in them as well.
struct UndecidedRegion {
    Box box;
    std::string reason;
};

struct StationaryReport {
    std::vector<StationaryPoint> points;  ///< ordered by value, then x, then y
    std::vector<UndecidedRegion> undecided;
    bool complete = false;  ///< proved: every stationary point of the box is in `points`, each certified
    bool cancelled = false;
    int dimensions = 2;      ///< 1: of a curve, whose points lie at y = 0
    std::string assumption;  ///< what its proofs take on trust, as a sentence; to be shown where something is called
                             ///< proved or certified
    double seconds = 0.0;
};

struct StationarySettings {
    int box_budget = 200'000;  ///< work, counted in boxes, so that answers do not depend on the machine
};

/// All stationary points of the landscape in the box, by branch and bound over intervals (search.h, examine.h): those
/// that are simple roots of the gradient are certified, each with its class; degenerate ones (a singular Hessian) are
/// listed if found but cannot be certified, and lie in an undecided region; where f has kinks, jumps, gaps or whole
/// curves of stationary points there are undecided regions only. Nothing is lost silently: what is neither in `points`
/// nor in `undecided` is proved to be no stationary point, and no local extremum in the interior of f's domain either.
/// The answer does not depend on the number of threads.
///
/// A landscape of one dimension is searched over [x0, x1]; its points have y = 0 and both eigenvalues f''.
/// progress, if given, is called now and then with the share done, 0..1, from the calling thread.
StationaryReport find_stationary_points(const FormulaLandscape& landscape, const Box& box,
                                        const StationarySettings& settings = {}, std::stop_token stop = {},
                                        const std::function<void(double)>& progress = {});

/// "9 stationary points in [-5, 5] × [-5, 5]: 4 minima, 1 maximum, 4 saddles. Proved complete." Of a curve only the
/// interval along x is named.
std::string sentence(const StationaryReport& report, const Box& box);

/// What a proof about a formula takes on trust: "Proofs are by
/// outward-rounded intervals and assume that the functions of glibc 2.36 (x86_64) err by at most twice their published
/// errors." Of a library other than the one whose errors are known, it says so (core/formula/library_errors.h).
std::string proof_assumption();
std::string proof_assumption(std::string_view library);

}  // namespace thalweg
