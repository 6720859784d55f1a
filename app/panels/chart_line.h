#pragma once

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

#include "app/panels/area.h"
#include "app/panels/chart_axis.h"

namespace thalweg {

struct ChartPoint {
    float x = 0, y = 0;
};

/// A line, from left to right, without the points that the straight way between those left passes within `tolerance`
/// pixels above or below.
std::vector<ChartPoint> thinned(std::span<const ChartPoint> line, float tolerance);

/// The part of a line, from left to right, between two abscissae, cut exactly there; empty where it does not reach.
std::vector<ChartPoint> cut_out(std::span<const ChartPoint> line, float from, float to);

/// The points of a line through value(0) … value(rows - 1), in pixels of `plot`. Where several rows share a column of
/// pixels only its lowest and highest are kept, in their order, so that long runs look the same and cost little.
template <class Value>
std::vector<ChartPoint> chart_line(int rows, const Value& value, const ChartAxis& along, const ChartAxis& up,
                                   const Area& plot) {
    const auto at = [&](int row, double height) -> ChartPoint {
        const auto share = static_cast<float>(std::clamp(up.share(height), -1.0, 2.0));
        return {plot.x + plot.width * static_cast<float>(along.share(row)), plot.y + plot.height * (1 - share)};
    };
    std::vector<ChartPoint> points;
    const double rows_per_pixel = (along.high - along.low) / std::max(static_cast<double>(plot.width), 1.0);
    const int stride = std::max(static_cast<int>(std::ceil(rows_per_pixel)), 1);
    for (int first = 0; first < rows; first += stride) {
        const int end = std::min(first + stride, rows);
        int lowest = first, highest = first;
        double low = value(first), high = low;
        for (int row = first + 1; row < end; ++row) {
            const double here = value(row);
            if (here < low) {
                low = here;
                lowest = row;
            } else if (here > high) {
                high = here;
                highest = row;
            }
        }
        if (lowest <= highest) points.push_back(at(lowest, low));
        if (lowest != highest) points.push_back(at(highest, high));
        if (lowest > highest) points.push_back(at(lowest, low));
    }
    return points;
}

}  // namespace thalweg
