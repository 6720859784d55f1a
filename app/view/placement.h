#pragma once

#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "app/view/polyline.h"

namespace thalweg {

/// A point of the plane and the height at which it is drawn, in the surface view's world units.
struct Spot {
    double x = 0, y = 0, z = 0;
};

/// Where things of the plane appear in a view's picture. What is drawn in both views (paths, arrows, marks) is made
/// once, from this.
class Placement {
  public:
    virtual ~Placement() = default;

    /// nullopt when it is out of the picture or not finite.
    virtual std::optional<InkPoint> point(const Spot& spot) const = 0;

    /// The height at which a thing at (x, y, z) is drawn so that the surface does not swallow it.
    virtual double raised(const Spot& spot) const = 0;

    /// The straight way through the spots, as far as it is in the picture, appended to `lines`.
    virtual void path(std::span<const Spot> spots, std::vector<Polyline>& lines) const = 0;

    /// Tail and tip of an arrow from `tail` along (dx, dy), climbing `rise` on that way; `length` pixels, seen face on.
    virtual std::optional<std::pair<InkPoint, InkPoint>> arrow(const Spot& tail, double dx, double dy, double rise,
                                                               double length) const = 0;

    /// The piece of a line through the spot along (dx, dy) that reaches `length` pixels both ways, seen face on.
    virtual std::pair<Spot, Spot> axis(const Spot& middle, double dx, double dy, double length) const = 0;

    /// Whether the picture shows heights: things then stand on a surface and throw shadows.
    virtual bool has_depth() const = 0;
};

}  // namespace thalweg
