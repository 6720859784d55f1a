#pragma once

#include <cstdint>
#include <optional>

#include "app/scene/scene.h"

namespace thalweg {

/// Grows when there is another landscape to grow out of the last one. A plane that goes along with a run is the same
/// all the way.
std::uint64_t landscape_revision(const Scene& scene);

/// A landscape that takes another's place grows out of it, within a moment, instead of jumping.
class Morph {
  public:
    static constexpr double seconds = 0.2;

    /// How much of the way the newer landscape has gone at this time, 0..1: fast at first. revision: see
    /// landscape_revision(); it goes there at once with the first one, and where it is not to be animated.
    float share(std::uint64_t revision, bool animated, double now);
    /// Whether another picture is due.
    bool going_on() const { return began_.has_value(); }

  private:
    std::optional<std::uint64_t> revision_;
    std::optional<double> began_;
};

}  // namespace thalweg
