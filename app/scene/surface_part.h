#pragma once

#include "app/scene/scene.h"

namespace thalweg {

/// About so many level lines, in both views.
inline constexpr int level_count = 20;

/// Keeps a SurfacePart up to date: 256 × 256 samples of the domain, so few that a parameter's slider stays smooth.
class SurfaceMaker {
  public:
    void update(const LandscapePart& landscape, HeightScaleKind kind);
    const SurfacePart& part() const { return part_; }

  private:
    struct Inputs {
        std::uint64_t landscape = 0;
        Box domain;
        HeightScaleKind kind = HeightScaleKind::linear;
        bool operator==(const Inputs&) const = default;
    };
    std::optional<Inputs> made_from_;
    SurfacePart part_;
};

}  // namespace thalweg
