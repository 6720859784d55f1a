#include "core/stationary/global_minimum.h"

#include <algorithm>
#include <array>

namespace thalweg {
namespace {

/// f over a piece: what evaluating it gives, and the mean value theorem where f is smooth.
Interval enclosed_value(IntervalModel& model, const Rectangle& piece) {
    const GradientEnclosure g = model.gradient(piece);
    if (!g.is_smooth()) return g.value;
    const Interval middle = model.value(piece.middle());
    const Interval mean_value = middle + g.x * (piece.x - piece.x.middle()) + g.y * (piece.y - piece.y.middle());
    return intersection(g.value, mean_value);
}

}  // namespace

bool bounded_below(IntervalModel& model, const Rectangle& rectangle, double bound, std::span<const Rectangle> exempt,
                   int budget) {
    std::vector<Rectangle> pieces{rectangle};
    for (; !pieces.empty() && budget > 0; --budget) {
        const Rectangle piece = pieces.back();
        pieces.pop_back();
        if (std::ranges::any_of(exempt, [&](const Rectangle& r) { return r.contains(piece); })) continue;
        const Interval value = model.is_curve() ? model.value(piece) : enclosed_value(model, piece);
        if (value.is_empty() || value.lower >= bound) continue;
        if (model.value(piece.middle()).upper < bound) return false;
        const Axis axis = piece.longer();
        for (const Rectangle& part : piece.split(axis, piece.side(axis).middle())) pieces.push_back(part);
    }
    return pieces.empty();
}

std::vector<bool> global_minima(IntervalModel& model, const Rectangle& domain,
                                std::span<const MinimumCandidate> candidates, std::span<const Rectangle> doubtful) {
    constexpr int pieces_for_an_edge = 2000, pieces_for_all_doubts = 20'000;
    std::vector<bool> lowest(candidates.size(), false);
    if (candidates.empty()) return lowest;
    double best = rounding::infinity;
    for (const MinimumCandidate& candidate : candidates) best = std::min(best, candidate.value.upper);
    double bound = best;
    std::vector<Rectangle> exempt;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        lowest[i] = candidates[i].value.lower <= best;
        if (!lowest[i]) continue;
        bound = std::min(bound, candidates[i].value.lower);
        exempt.push_back(candidates[i].convex);
    }

    std::vector<Rectangle> edges{{domain.x.lower, domain.y}, {domain.x.upper, domain.y}};
    if (!model.is_curve()) edges.insert(edges.end(), {{domain.x, domain.y.lower}, {domain.x, domain.y.upper}});
    const auto holds = [&](std::span<const Rectangle> rectangles, int budget) {
        return std::ranges::all_of(rectangles,
                                   [&](const Rectangle& r) { return bounded_below(model, r, bound, exempt, budget); });
    };
    const int each = std::max(1, pieces_for_all_doubts / static_cast<int>(doubtful.size() + 1));
    if (!holds(edges, pieces_for_an_edge) || !holds(doubtful, each)) lowest.assign(lowest.size(), false);
    return lowest;
}

}  // namespace thalweg
