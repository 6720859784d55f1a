#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "core/stationary/interval_model.h"
#include "core/stationary/krawczyk.h"
#include "core/stationary/rectangle.h"

namespace thalweg {

/// Why nothing can be decided about a piece, mildest first: merged regions tell the gravest of their pieces.
enum class Obstacle : std::uint8_t {
    budget,      ///< not looked at closely enough
    wide,        ///< bounds too wide at the smallest size
    gap,         ///< f is not defined at some points
    kink,        ///< f is not differentiable at some points
    jump,        ///< f jumps
    degenerate,  ///< a root of the gradient where the Hessian is singular
    line,        ///< f does not change along one axis
    flat         ///< the gradient vanishes throughout
};

/// What looking at one piece came to.
struct Examination {
    enum class Verdict : std::uint8_t {
        discarded,  ///< no stationary point inside
        resolved,   ///< exactly the one in `root`
        divided,    ///< look at the `parts`
        undecided   ///< for good
    };
    Verdict verdict = Verdict::discarded;
    int parts_count = 0;
    std::array<Rectangle, 2> parts = {};
    std::optional<CertifiedRoot> root = {};
    /// Of divided pieces: what made this one hard, if anything but its size; of undecided ones the reason.
    Obstacle obstacle = Obstacle::wide;
    bool hard = false;
    /// The piece touches the edge of f's domain of definition, where f may be smaller than at any stationary point.
    bool rim = false;
};

/// The sizes at which the search changes its mind, from the domain's.
struct Scales {
    Rectangle domain;
    double smallest_x, smallest_y;  ///< pieces are not divided further
    double small_x, small_y;        ///< pieces this small are looked at for degenerate roots

    explicit Scales(const Rectangle& box);
    double smallest(Axis axis) const { return axis == Axis::x ? smallest_x : smallest_y; }
};

/// Looks at one piece of the domain: discards it, finds its only root, or divides it.
///   1. 0 ∉ ∇f(X): no stationary point in X. That is right even where f is only continuous, since the enclosure of the
///      gradient holds all one-sided derivatives (evaluated on a slightly larger piece, so that kinks on seams are seen
///      from both sides): f is then strictly monotone along an axis. Where f may jump nothing is discarded.
///   2. Where f is C²: the mean value form and a preconditioned interval Newton step shrink X, perhaps to nothing.
///   3. At most one root in X, and one found in doubles and certified near it: X is resolved.
Examination examine(IntervalModel& model, const Rectangle& piece, const Scales& scales);

}  // namespace thalweg
