#include "core/sampling/grid.h"

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/parallel_for.h>

#include <cmath>
#include <cstddef>
#include <span>
#include <stdexcept>

namespace thalweg {
namespace {

std::vector<double> evenly_spaced(double from, double to, int count) {
    std::vector<double> nodes(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        nodes[static_cast<std::size_t>(i)] = std::lerp(from, to, static_cast<double>(i) / (count - 1));
    }
    return nodes;
}

/// Rows are handed to the landscape in runs of about this many points: enough to make up for its preparations, and to
/// be shared out among many cores all the same.
constexpr std::size_t points_per_run = 16'384;

}  // namespace

SurfaceGrid sample_grid(const Landscape& landscape, const Box& box, int columns, int rows, Derivatives derivatives) {
    if (columns < 2 || rows < 2) throw std::invalid_argument("a grid has at least two columns and two rows");
    SurfaceGrid grid{.box = box, .columns = columns, .rows = rows, .values = {}, .dx = {}, .dy = {}};
    const auto width = static_cast<std::size_t>(columns), height = static_cast<std::size_t>(rows);
    grid.values.resize(width * height);
    if (derivatives == Derivatives::with) {
        grid.dx.resize(width * height);
        grid.dy.resize(width * height);
    }

    const std::vector<double> xs = evenly_spaced(box.x0, box.x1, columns);
    const std::vector<double> ys = evenly_spaced(box.y0, box.y1, rows);
    const std::size_t rows_per_run = std::max<std::size_t>(1, points_per_run / width);
    const auto sample_rows = [&](const oneapi::tbb::blocked_range<std::size_t>& range) {
        const std::span<const double> y = std::span(ys).subspan(range.begin(), range.size());
        const auto part = [&](Samples& all) {
            return std::span(all).subspan(range.begin() * width, range.size() * width);
        };
        if (derivatives == Derivatives::with) {
            landscape.grid_gradients(xs, y, part(grid.values), part(grid.dx), part(grid.dy));
        } else {
            landscape.grid_values(xs, y, part(grid.values));
        }
    };
    oneapi::tbb::parallel_for(oneapi::tbb::blocked_range<std::size_t>(0, height, rows_per_run), sample_rows,
                              oneapi::tbb::simple_partitioner());
    return grid;
}

}  // namespace thalweg
