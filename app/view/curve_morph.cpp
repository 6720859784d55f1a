#include "app/view/curve_morph.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace thalweg {
namespace {

constexpr int columns = 1024;

}  // namespace

CurveOutline::CurveOutline(std::span<const CurvePiece> pieces, const CurvePlot& plot)
    : heights_(columns, std::numeric_limits<double>::quiet_NaN()) {
    const auto across = [&](double x) { return columns * (x - plot.x0) / (plot.x1 - plot.x0) - 0.5; };
    const auto up = [&](double y) { return (y - plot.y0) / (plot.y1 - plot.y0); };
    for (const CurvePiece& piece : pieces) {
        for (std::size_t i = 1; i < piece.x.size(); ++i) {
            const double from = across(piece.x[i - 1]), to = across(piece.x[i]);
            const int first = static_cast<int>(std::ceil(std::clamp(from, 0.0, 1.0 * columns)));
            const int last = static_cast<int>(std::floor(std::clamp(to, -1.0, columns - 1.0)));
            for (int column = first; column <= last; ++column) {
                const double share = to > from ? (column - from) / (to - from) : 0.0;
                heights_[static_cast<std::size_t>(column)] = std::lerp(up(piece.y[i - 1]), up(piece.y[i]), share);
            }
        }
    }
}

double CurveOutline::height(double across) const {
    return heights_[static_cast<std::size_t>(std::clamp(across * columns, 0.0, columns - 1.0))];
}

std::vector<CurvePiece> grown_out_of(const CurveOutline& origin, std::span<const CurvePiece> pieces,
                                     const CurvePlot& plot, double share) {
    std::vector<CurvePiece> grown(pieces.begin(), pieces.end());
    for (CurvePiece& piece : grown) {
        for (std::size_t i = 0; i < piece.x.size(); ++i) {
            const double height = origin.height((piece.x[i] - plot.x0) / (plot.x1 - plot.x0));
            if (std::isfinite(height))
                piece.y[i] = std::lerp(plot.y0 + height * (plot.y1 - plot.y0), piece.y[i], share);
        }
    }
    return grown;
}

}  // namespace thalweg
