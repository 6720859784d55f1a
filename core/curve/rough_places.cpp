#include "core/curve/rough_places.h"

#include <algorithm>
#include <numeric>

#include "core/stationary/formula_model.h"

namespace thalweg {
namespace {

constexpr int finest = 40;
/// Pieces that are looked at, so that an endless row of kinks ends: enough for some two hundred of them.
constexpr int most_pieces = 20'000;

struct Piece {
    double lower, upper;
    int halvings;
};

}  // namespace

RoughPlaces rough_places(const FormulaLandscape& curve, double a, double b) {
    FormulaModel model(curve);
    RoughPlaces result;
    std::vector<Piece> pieces{{a, b, 0}};  // the leftmost is the last
    for (int looked_at = 0; !pieces.empty(); ++looked_at) {
        const Piece piece = pieces.back();
        pieces.pop_back();
        const Interval value = model.value({{piece.lower, piece.upper}, 0.0});
        if (value.decoration == decoration::smooth) continue;
        const double middle = std::midpoint(piece.lower, piece.upper);
        const bool splits = piece.lower < middle && middle < piece.upper;
        if (!value.is_empty() && splits && piece.halvings < finest && looked_at < most_pieces) {
            pieces.push_back({middle, piece.upper, piece.halvings + 1});
            pieces.push_back({piece.lower, middle, piece.halvings + 1});
            continue;
        }
        result.complete &= looked_at < most_pieces;
        auto& places = result.places;
        if (!places.empty() && places.back().upper >= piece.lower) {
            places.back().upper = piece.upper;
            places.back().doubts |= value.decoration;
        } else {
            places.push_back({piece.lower, piece.upper, value.decoration});
        }
    }
    return result;
}

}  // namespace thalweg
