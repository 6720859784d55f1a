#pragma once

#include <array>
#include <span>
#include <vector>

#include "app/view/label.h"

namespace thalweg {

/// A point of a figure: in points (1/72 inch) from its upper left corner.
struct FigurePoint {
    double x = 0, y = 0;
};

/// Lines and curves as SVG and PDF have them.
class VectorPath {
  public:
    enum class Verb { move, line, curve, close };
    struct Piece {
        Verb verb = Verb::move;
        std::array<FigurePoint, 3> points = {};  ///< of a curve two handles and the end; else the first alone
    };

    void move(FigurePoint to) { pieces_.push_back({Verb::move, {to}}); }
    void line(FigurePoint to) { pieces_.push_back({Verb::line, {to}}); }
    void close() { pieces_.push_back({Verb::close, {}}); }
    void polyline(std::span<const FigurePoint> points, bool closed);
    void rectangle(FigurePoint low, FigurePoint high);
    void ellipse(FigurePoint middle, double radius_x, double radius_y);

    std::span<const Piece> pieces() const { return pieces_; }
    bool empty() const { return pieces_.empty(); }

  private:
    std::vector<Piece> pieces_;
};

/// The polygon with every side moved inwards by `distance` (outwards when it is negative); corners stay sharp.
std::vector<FigurePoint> inset(std::span<const FigurePoint> polygon, double distance);

}  // namespace thalweg
