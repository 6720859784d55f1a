#pragma once

#include <cstddef>
#include <expected>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/figure/vector_path.h"
#include "app/scene/palette.h"

namespace thalweg {

/// Words in a figure. at: which point of the words' box lies there is said by the anchors, 0 left/top to 1
/// right/bottom.
struct FigureText {
    std::string words;
    FigurePoint at;
    double anchor_x = 0.5, anchor_y = 0.5;
    double size = 9;  ///< points
    Color color;
    Color halo = {0, 0, 0, 0};  ///< behind the letters, `reach` points beyond them; transparent: none
    double reach = 0;
};

/// The colour at an x of the sheet; in between, colours are mixed.
struct ColorStop {
    double x = 0;
    Color color;
};

/// A sheet of paper that lines are drawn on and words are written on, for files that can be enlarged at will. Drawing
/// is written once, against this; what differs is the file. Everything is in points from the upper left corner.
class VectorCanvas {
  public:
    virtual ~VectorCanvas() = default;

    /// Even-odd.
    virtual void fill(const VectorPath& path, const Color& color) = 0;
    /// In colours that change from left to right.
    virtual void fill_across(const VectorPath& path, std::span<const ColorStop> stops) = 0;
    /// With round ends and corners.
    virtual void stroke(const VectorPath& path, double width, const Color& color) = 0;
    virtual void write(const FigureText& text) = 0;

    /// What follows belongs together under a name (a layer in Inkscape), and appears inside the rectangle only.
    virtual void begin_group(std::string_view name, FigurePoint low, FigurePoint high) = 0;
    virtual void end_group() = 0;

    /// The file. The error is one sentence.
    virtual std::expected<std::vector<std::byte>, std::string> finish() = 0;
};

/// Width and height in points. title: of the document.
std::unique_ptr<VectorCanvas> make_svg(double width, double height, std::string_view title);
std::unique_ptr<VectorCanvas> make_pdf(double width, double height, std::string_view title);

/// Inter's ascent and descent, the height of a line of words, as shares of the size: what screens measure with, too.
inline constexpr double text_ascent = 0.96875, text_descent = 0.2412;

/// Where the words' baseline is.
inline double baseline(const FigureText& text) {
    return text.at.y + (text_ascent - text.anchor_y * (text_ascent + text_descent)) * text.size;
}

}  // namespace thalweg
