#pragma once

#include "app/scene/scene.h"

namespace thalweg {

/// Width over height of the domain as both views draw it: its own, at most 3 : 1 squeezed.
double drawn_aspect(const Box& domain);

/// Keeps a MapPart up to date: about one sample for two by two pixels of the window that the map shows.
class MapMaker {
  public:
    /// window: what the map wishes to show, see map_window. width, height: the view's pixels; at least 1 is taken.
    void update(const LandscapePart& landscape, const SurfacePart& surface, const Box& window, int width, int height);
    const MapPart& part() const { return part_; }

  private:
    struct Inputs {
        std::uint64_t landscape = 0;
        std::uint64_t surface = 0;  ///< its scale and levels
        Box box;
        int columns = 0, rows = 0;
        bool operator==(const Inputs&) const = default;
    };
    std::optional<Inputs> made_from_;
    MapPart part_;
};

}  // namespace thalweg
