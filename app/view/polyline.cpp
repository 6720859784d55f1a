#include "app/view/polyline.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace thalweg {
namespace {

/// Differences of coordinates stay finite below this.
constexpr double farthest = 1e150;
/// Pixels that count as much as the whole range of depths: a thousandth of it is then worth a pixel.
constexpr float depth_pixels = 1000.0F;
/// The search for the farthest point is quadratic at worst within a run of this many points.
constexpr std::size_t run_length = 64;

float square_distance_to_segment(const InkPoint& p, const InkPoint& a, const InkPoint& b) {
    const float abx = b.x - a.x, aby = b.y - a.y, abz = depth_pixels * (b.depth - a.depth);
    const float apx = p.x - a.x, apy = p.y - a.y, apz = depth_pixels * (p.depth - a.depth);
    const float square = abx * abx + aby * aby + abz * abz;
    const float share = square > 0.0F ? std::clamp((apx * abx + apy * aby + apz * abz) / square, 0.0F, 1.0F) : 0.0F;
    const float x = apx - share * abx, y = apy - share * aby, z = apz - share * abz;
    return x * x + y * y + z * z;
}

/// Ramer (1972), Douglas & Peucker (1973): keeps the farthest point of the run and looks at both halves.
void keep_corners(const Polyline& line, std::size_t first, std::size_t last, float tolerance, Polyline& kept) {
    float farthest_square = tolerance * tolerance;
    std::size_t corner = first;
    for (std::size_t i = first + 1; i < last; ++i) {
        const float square = square_distance_to_segment(line[i], line[first], line[last]);
        if (square > farthest_square) {
            farthest_square = square;
            corner = i;
        }
    }
    if (corner != first) {
        keep_corners(line, first, corner, tolerance, kept);
        keep_corners(line, corner, last, tolerance, kept);
        return;
    }
    kept.push_back(line[last]);
}

}  // namespace

std::optional<ClippedSegment> clip_segment(PlanePoint a, PlanePoint b, const Box& box) {
    double from = 0.0, to = 1.0;
    for (double* coordinate : {&a.x, &a.y, &b.x, &b.y}) *coordinate = std::clamp(*coordinate, -farthest, farthest);
    const auto clip = [&](double start, double end, double low, double high) {
        const double way = end - start;
        if (way == 0.0) return start >= low && start <= high;
        const double enter = ((way > 0.0 ? low : high) - start) / way, leave = ((way > 0.0 ? high : low) - start) / way;
        from = std::max(from, enter);
        to = std::min(to, leave);
        return from <= to;
    };
    if (!clip(a.x, b.x, box.x0, box.x1) || !clip(a.y, b.y, box.y0, box.y1)) return std::nullopt;
    // Far-off ends leave few digits for what is between, so the result is kept inside by force.
    const auto at = [&](double share) {
        return PlanePoint{std::clamp(std::lerp(a.x, b.x, share), box.x0, box.x1),
                          std::clamp(std::lerp(a.y, b.y, share), box.y0, box.y1)};
    };
    return ClippedSegment{.from = at(from), .to = at(to), .share_from = from, .share_to = to};
}

Polyline simplified(const Polyline& line, float tolerance) {
    if (line.size() < 3) return line;
    Polyline kept = {line.front()};
    for (std::size_t first = 0; first + 1 < line.size(); first += run_length) {
        keep_corners(line, first, std::min(first + run_length, line.size() - 1), tolerance, kept);
    }
    return kept;
}

}  // namespace thalweg
