#pragma once

#include <memory>
#include <span>

#include "core/landscape/landscape.h"
#include "core/optimizer/optimizer.h"

namespace thalweg {

/// Many runs in the plane that take their steps together. What an elementwise optimizer does to the 2n coordinates of n
/// points as one long vector is what it does to each point alone, so the optimizer's own step() moves them all, with
/// gradients that are calculated in batches; noise and clipping are each point's own. Any other optimizer walks alone.
class Flock {
  public:
    /// How many points fit: `wanted` for an elementwise optimizer, otherwise 1. Needs landscape.dimensions() == 2.
    Flock(const Landscape& landscape, const Optimizer& optimizer, int wanted);
    ~Flock();
    Flock(Flock&&) noexcept;
    Flock& operator=(Flock&&) noexcept;

    int size() const;

    /// Whether a step depends on nothing but where the points stand, so that points that come back to where they were
    /// go round for ever.
    bool forgets() const;

    /// New runs from (x[i], y[i]); size() of each.
    void begin(std::span<const double> x, std::span<const double> y);

    /// One step of all. Does not allocate.
    void step();

    /// Where they stand; NaN or infinite where a run has left the number range or f's domain.
    std::span<const double> x() const;
    std::span<const double> y() const;

  private:
    struct Work;
    std::unique_ptr<Work> work_;
};

}  // namespace thalweg
