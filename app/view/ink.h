#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "app/scene/palette.h"

namespace thalweg {

/// A point of the picture: pixels from the upper left corner, and the window depth at which it lies. A point that
/// nothing can hide has depth 0.
struct InkPoint {
    float x = 0, y = 0, depth = 0;
};

/// sRGB and alpha in bytes.
struct InkColor {
    std::uint8_t r = 0, g = 0, b = 0, a = 0;
};
InkColor ink_color(const Color& color);

/// Piece of a polyline from a to b, round at free ends. `before` and `after` are the neighbouring corners (a and b
/// themselves at free ends): each pixel near a corner is drawn by one of the two pieces only, so that transparent lines
/// have no darker joints.
struct InkStroke {
    float ax, ay, bx, by;
    float before_x, before_y, after_x, after_y;
    float depth_a, depth_b;
    float half_width;
    InkColor color;
};

/// The shapes that ink_glyph.frag knows: Marker's, in its order, and more.
enum class InkShape : std::uint8_t {
    disc,
    square,
    triangle_up,
    diamond,
    triangle_down,
    plus,
    star,
    cross,
    hourglass,
    ring,    // as Marker
    ball,    ///< a lit sphere
    shadow,  ///< a soft disc
    tick,    ///< a small check mark
};

/// A shape about a centre; outlined within its radius.
struct InkGlyph {
    float x, y, depth;
    float radius;
    float outline_width;
    float shape;
    InkColor fill, outline;
};

/// Shaft and head of one piece, from tail to tip.
struct InkArrow {
    float tail_x, tail_y, tip_x, tip_y;
    float depth_tail, depth_tip;
    float half_width;  ///< of the shaft
    float outline_width;
    InkColor fill, outline;
};

/// All that is drawn in screen space, in the order it was added. Lengths are pixels.
class Ink {
  public:
    enum class Kind : std::uint8_t { stroke, glyph, arrow };
    /// Neighbours in order and of one kind, which are drawn in one go.
    struct Batch {
        Kind kind;
        int first, count;
    };

    void clear();
    /// A polyline of at least two points.
    void polyline(std::span<const InkPoint> points, float width, const Color& color);
    void glyph(const InkPoint& center, InkShape shape, float radius, const Color& fill, const Color& outline,
               float outline_width);
    void arrow(const InkPoint& tail, const InkPoint& tip, float width, const Color& fill, const Color& outline,
               float outline_width);

    /// Points that are covered: of strokes every few pixels, of marks their centres, of arrows both ends.
    std::vector<InkPoint> places() const;

    std::span<const InkStroke> strokes() const { return strokes_; }
    std::span<const InkGlyph> glyphs() const { return glyphs_; }
    std::span<const InkArrow> arrows() const { return arrows_; }
    std::span<const Batch> batches() const { return batches_; }

  private:
    void added(Kind kind, int count, std::size_t size_before);

    std::vector<InkStroke> strokes_;
    std::vector<InkGlyph> glyphs_;
    std::vector<InkArrow> arrows_;
    std::vector<Batch> batches_;
};

}  // namespace thalweg
