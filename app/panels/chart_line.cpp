#include "app/panels/chart_line.h"

#include <cmath>
#include <cstddef>
#include <limits>

namespace thalweg {

std::vector<ChartPoint> thinned(std::span<const ChartPoint> line, float tolerance) {
    if (line.size() < 3) return {line.begin(), line.end()};
    constexpr float steepest = std::numeric_limits<float>::infinity();
    std::vector<ChartPoint> kept = {line.front()};
    // Ways on from the last point kept that pass near enough to all points since lie between these slopes.
    float low = -steepest, high = steepest;
    const auto look_at = [&](const ChartPoint& point) {
        const ChartPoint& from = kept.back();
        const float way = point.x - from.x, climb = point.y - from.y;
        const bool fits = way > 0 && climb >= low * way && climb <= high * way;
        // Straight above one another, both are worth keeping: from there no way goes on.
        low = way > 0 ? std::max(low, (climb - tolerance) / way) : steepest;
        high = way > 0 ? std::min(high, (climb + tolerance) / way) : -steepest;
        return fits;
    };
    for (std::size_t i = 1; i < line.size(); ++i) {
        if (look_at(line[i]) || i == 1) continue;
        kept.push_back(line[i - 1]);
        low = -steepest;
        high = steepest;
        look_at(line[i]);
    }
    kept.push_back(line.back());
    return kept;
}

std::vector<ChartPoint> cut_out(std::span<const ChartPoint> line, float from, float to) {
    std::vector<ChartPoint> part;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const ChartPoint &a = line[i], &b = line[i + 1];
        if (b.x < from || a.x > to) continue;
        const auto at = [&](float x) -> ChartPoint {
            return {x, b.x > a.x ? std::lerp(a.y, b.y, (x - a.x) / (b.x - a.x)) : b.y};
        };
        if (part.empty()) part.push_back(a.x < from ? at(from) : a);
        part.push_back(b.x > to ? at(to) : b);
    }
    return part;
}

}  // namespace thalweg
