#pragma once

#include <cstddef>
#include <vector>

#include "app/scene/thumbnail.h"

namespace thalweg {

/// A colour whose channels were multiplied by its alpha, all 0..1.
struct PixelColor {
    float r = 0, g = 0, b = 0, a = 0;
};

/// A place on a raster: its own pixels, y downwards.
struct Corner {
    double x = 0, y = 0;
};

/// What a thumbnail is painted on: several pixels for each of the thumbnail's, averaged in the end, so that edges are
/// smooth. What is painted later covers what was there.
class Raster {
  public:
    /// The raster's pixels on each side of one of the thumbnail's.
    static constexpr int fineness = 3;

    /// width, height: of the thumbnail.
    Raster(int width, int height);

    int width() const { return width_; }
    int height() const { return height_; }

    /// Fills the pixels whose centres lie in the triangle, whichever way it turns.
    void fill(const Corner& a, const Corner& b, const Corner& c, const PixelColor& color);

    /// Averages down to a picture of the size that was asked for.
    void reduce_to(Thumbnail& picture) const;

    /// Place of an element among rows of equal length.
    static std::size_t place_of(int column, int row, int columns) {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column);
    }

  private:
    const PixelColor& at(int column, int row) const { return pixels_[place_of(column, row, width_)]; }

    int width_, height_;
    std::vector<PixelColor> pixels_;
};

}  // namespace thalweg
