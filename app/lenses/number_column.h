#pragma once

#include <imgui.h>

#include <string>
#include <vector>

namespace thalweg {

/// A column of numbers whose decimal points stand below each other. Each has up to four significant digits: so many
/// that what follows the point has room.
class NumberColumn {
  public:
    /// widest: in pixels, for the column may take no more.
    NumberColumn(ImFont* font, std::vector<double> values, float widest);

    /// Pixels from the column's left to its right end.
    float width() const { return before_ + after_; }
    /// How one of the values is written, and how many pixels right of the column's left.
    struct Placed {
        std::string words;
        float left;
    };
    Placed placed(double value) const;
    /// One of the values, in a line that begins there (pixels of the window), at the column's left.
    void write(ImDrawList& list, ImVec2 at, double value, ImU32 color) const;
    /// One of the values, with the column at the right of the table's cell that has just begun.
    void write_in_cell(double value, ImU32 color) const;

  private:
    std::string words_of(double value, float room) const;

    ImFont* font_;
    float before_ = 0, after_ = 0;  ///< pixels on either side of the line on which the points stand
};

}  // namespace thalweg
