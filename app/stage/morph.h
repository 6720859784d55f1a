#pragma once

#include <cstdint>
#include <optional>

#include "app/scene/scene.h"

namespace thalweg {

/// The landscape in the views.
struct ShownLandscape {
    std::uint64_t revision = 0;  ///< grows when there is another one
    bool curve = false;          ///< it has a view of its own
};

/// A plane that goes along with a run is the same landscape all the way.
ShownLandscape shown_landscape(const Scene& scene);

/// A landscape that takes another's place grows out of it, within a moment, instead of jumping.
class Morph {
  public:
    static constexpr double seconds = 0.2;

    /// How much of the way the newer landscape has gone at this time, 0..1: fast at first. It is there at once if it is
    /// the first one, where it is not to be animated, and between a surface and a curve, which are in other views: what
    /// these showed last is long out of sight.
    float share(const ShownLandscape& shown, bool animated, double now);
    /// Whether another picture is due.
    bool going_on() const { return began_.has_value(); }

  private:
    std::optional<ShownLandscape> shown_;
    std::optional<double> began_;
};

}  // namespace thalweg
