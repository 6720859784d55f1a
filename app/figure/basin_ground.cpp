#include "app/figure/basin_ground.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

#include "core/sampling/level_lines.h"

namespace thalweg {
namespace {

/// Starts along each side that are looked at: finer edges than paper shows would make huge files.
constexpr int most_cells = 320;
constexpr float edge_width = 0.8F;  // design pixels

/// Which destination each of fewer cells has, with a ring of none around them.
struct Cells {
    Box box;  ///< of their middles, the ring's included
    int columns = 0, rows = 0;
    std::vector<int> destination;

    int at(int column, int row) const {
        return destination[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                           static_cast<std::size_t>(column)];
    }
};

Cells cells_of(const BasinMap& map) {
    const int columns = std::min(map.columns, most_cells), rows = std::min(map.rows, most_cells);
    const double dx = map.box.width() / columns, dy = map.box.height() / rows;
    Cells cells{
        .box = {map.box.x0 - dx / 2, map.box.x1 + dx / 2, map.box.y0 - dy / 2, map.box.y1 + dy / 2},
        .columns = columns + 2,
        .rows = rows + 2,
        .destination = {},
    };
    for (int row = -1; row <= rows; ++row) {
        for (int column = -1; column <= columns; ++column) {
            const bool inside = row >= 0 && row < rows && column >= 0 && column < columns;
            const int from_row = row * map.rows / rows, from_column = column * map.columns / columns;
            cells.destination.push_back(inside ? map.destination[static_cast<std::size_t>(from_row * map.columns) +
                                                                 static_cast<std::size_t>(from_column)]
                                               : -1);
        }
    }
    return cells;
}

/// All cells of one destination.
VectorPath region_of(const MapGround& map, const Cells& cells, int destination) {
    std::vector<double> inside;
    inside.reserve(cells.destination.size());
    for (const int here : cells.destination) inside.push_back(here == destination ? 1.0 : -1.0);
    const auto nearest = [](double share, int count) {
        return std::clamp(static_cast<int>(std::lround(share * (count - 1))), 0, count - 1);
    };
    const auto value = [&](double x, double y) {
        return cells.at(nearest((x - cells.box.x0) / cells.box.width(), cells.columns),
                        nearest((y - cells.box.y0) / cells.box.height(), cells.rows)) == destination
                   ? 1.0
                   : -1.0;
    };
    VectorPath region;
    std::vector<FigurePoint> points;
    for (const LevelLine& line : level_lines(cells.box, cells.columns, cells.rows, inside, 0.0, value, 8)) {
        points.clear();
        for (const auto& [x, y] : line) {
            const PixelPoint pixel = map.plot.pixel(x, y);
            points.push_back({map.unit * pixel.x, map.unit * pixel.y});
        }
        region.polyline(points, true);
    }
    return region;
}

}  // namespace

void draw_basins(VectorCanvas& canvas, const MapGround& map, const ColoredBasins& basins) {
    const std::vector<Destination>& destinations = basins.map.destinations;
    if (destinations.empty()) return;
    const Cells cells = cells_of(basins.map);
    const bool bands = map.ground == FigureGround::bands;
    const auto color = [&](std::size_t i) { return basin_color(destinations[i].kind, basins.tags[i]); };
    if (bands) {
        // What is most lies below all, so that no paper shows between regions.
        const auto most = std::ranges::max_element(destinations, {}, &Destination::count);
        const Box& box = basins.map.box;
        const PixelPoint low = map.plot.pixel(box.x0, box.y1), high = map.plot.pixel(box.x1, box.y0);
        VectorPath all;
        all.rectangle({map.unit * low.x, map.unit * low.y}, {map.unit * high.x, map.unit * high.y});
        canvas.fill(all, color(static_cast<std::size_t>(most - destinations.begin())));
    }
    for (std::size_t i = 0; i < destinations.size(); ++i) {
        const VectorPath region = region_of(map, cells, static_cast<int>(i));
        if (bands)
            canvas.fill(region, color(i));
        else
            canvas.stroke(region, map.unit * map.style.px(edge_width), map.style.theme.quiet_text);
    }
}

}  // namespace thalweg
