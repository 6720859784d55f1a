#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "app/lenses/many_paths.h"
#include "app/panels/panel.h"
#include "app/scene/scene.h"
#include "core/sampling/level_lines.h"

namespace thalweg {

/// The landscape as small maps in a panel, for paths that are compared side by side: level lines of the domain, or, of
/// one variable, the curve.
class SmallMap {
  public:
    /// Traces the lines anew where the surface is another.
    void update(const Scene& scene);

    /// The map in an area of the window, in pixels, with the path up to the step; nullptr: no path.
    void draw(const Panel& panel, const Area& area, const ColoredPath* path, double step) const;

  private:
    bool curve_ = false;  ///< the maps are of x and height, instead of x and y
    Box box_;
    std::vector<LevelLine> lines_;
    std::optional<std::uint64_t> surface_;
};

}  // namespace thalweg
