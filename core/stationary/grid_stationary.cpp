#include "core/stationary/grid_stationary.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <utility>

#include "core/stationary/grid_model.h"
#include "core/stationary/report.h"
#include "core/stationary/search.h"

namespace thalweg {
namespace {

using Spline = GridLandscape::Spline;

/// Cells of an axis that lie at least partly in a range: from `first` up to but without `last`.
struct CellRange {
    std::size_t first = 0, last = 0;
};

CellRange cells_in(const SplineAxis& axis, const Interval& range) {
    return {*axis.cell(range.lower), *axis.cell(range.upper) + 1};
}

/// Which cells may hold a stationary point, by the order of the coefficients around them.
class Sieve {
  public:
    Sieve(const Spline& spline, const Rectangle& domain)
        : spline_(spline), domain_(domain), x_(cells_in(spline.x, domain.x)), y_(cells_in(spline.y, domain.y)) {}

    std::vector<std::vector<std::uint32_t>> run(const std::stop_token& stop) const {
        std::vector<std::vector<std::uint32_t>> found(y_.last - y_.first);
        tbb::parallel_for(tbb::blocked_range<std::size_t>(y_.first, y_.last, 16),
                          [&](const tbb::blocked_range<std::size_t>& rows) {
                              for (std::size_t row = rows.begin(); row < rows.end() && !stop.stop_requested(); ++row)
                                  found[row - y_.first] = cells_of_row(row);
                          });
        return found;
    }

    Rectangle cell(std::size_t row, std::size_t column) const {
        const auto x = spline_.x.nodes(), y = spline_.y.nodes();
        return intersection(Rectangle{{x[column], x[column + 1]}, {y[row], y[row + 1]}}, domain_);
    }
    std::size_t first_row() const { return y_.first; }

  private:
    /// Along x or y, over all B-splines around each place of a row: 1 where all coefficients rise to the next, 2 where
    /// all fall, else 0.
    struct Trends {
        std::vector<std::uint8_t> x, y;
    };

    Trends trends_of_row(std::size_t row) const {
        const std::size_t columns = spline_.x.coefficients();
        const double* c = spline_.coefficients.data() + spline_.y.first_spline(row) * columns;
        Trends trends{std::vector<std::uint8_t>(columns, 3), std::vector<std::uint8_t>(columns, 3)};
        const auto trend = [](double from, double to) {
            return static_cast<std::uint8_t>((to > from ? 1 : 0) | (to < from ? 2 : 0));
        };
        for (std::size_t r = 0; r < 4; ++r, c += columns) {
            for (std::size_t k = 0; k + 1 < columns; ++k) trends.x[k] &= trend(c[k], c[k + 1]);
            if (r == 3) break;
            for (std::size_t k = 0; k < columns; ++k) trends.y[k] &= trend(c[k], c[k + columns]);
        }
        return trends;
    }

    std::vector<std::uint32_t> cells_of_row(std::size_t row) const {
        const Trends trends = trends_of_row(row);
        const std::size_t cells = spline_.x.nodes().size() - 1;
        std::vector<std::uint32_t> found;
        for (std::size_t column = x_.first; column < x_.last; ++column) {
            if (!spline_.holes.empty() && spline_.holes[row * cells + column] != 0) continue;
            const std::size_t k = spline_.x.first_spline(column);
            const std::uint8_t* x = trends.x.data() + k;
            const std::uint8_t* y = trends.y.data() + k;
            const bool monotone = (x[0] & x[1] & x[2]) != 0 || (y[0] & y[1] & y[2] & y[3]) != 0;
            if (!monotone) found.push_back(static_cast<std::uint32_t>(column));
        }
        return found;
    }

    const Spline& spline_;
    Rectangle domain_;
    CellRange x_, y_;
};

/// Where holes begin, f may be lower than at any stationary point.
std::vector<Rectangle> rims_of_holes(const Spline& spline, const Rectangle& domain) {
    std::vector<Rectangle> rims;
    if (spline.holes.empty()) return rims;
    constexpr std::size_t most = 10'000;
    const CellRange x = cells_in(spline.x, domain.x), y = cells_in(spline.y, domain.y);
    const std::size_t cells = spline.x.nodes().size() - 1;
    const auto hole = [&](std::size_t row, std::size_t column) { return spline.holes[row * cells + column] != 0; };
    for (std::size_t row = y.first; row < y.last; ++row) {
        for (std::size_t column = x.first; column < x.last; ++column) {
            const bool beside = (column > x.first && hole(row, column - 1)) ||
                                (column + 1 < x.last && hole(row, column + 1)) ||
                                (row > y.first && hole(row - 1, column)) || (row + 1 < y.last && hole(row + 1, column));
            if (hole(row, column) || !beside) continue;
            if (rims.size() == most) return {domain};
            rims.push_back({{spline.x.nodes()[column], spline.x.nodes()[column + 1]},
                            {spline.y.nodes()[row], spline.y.nodes()[row + 1]}});
        }
    }
    return rims;
}

double smallest_cell(const SplineAxis& axis) {
    double smallest = axis.nodes().back() - axis.nodes().front();
    for (std::size_t i = 0; i + 1 < axis.nodes().size(); ++i)
        smallest = std::min(smallest, axis.nodes()[i + 1] - axis.nodes()[i]);
    return smallest;
}

/// The search changes its mind at parts of a cell, not of the whole grid.
Scales scales_for(const Spline& spline, const Rectangle& domain) {
    Scales scales(domain);
    const double x = smallest_cell(spline.x), y = smallest_cell(spline.y);
    scales.small_x = std::min(scales.small_x, 0x1p-3 * x);
    scales.small_y = std::min(scales.small_y, 0x1p-3 * y);
    scales.smallest_x = std::max(std::min(scales.smallest_x, 0x1p-12 * x), 0x1p-46 * domain.x.magnitude());
    scales.smallest_y = std::max(std::min(scales.smallest_y, 0x1p-12 * y), 0x1p-46 * domain.y.magnitude());
    return scales;
}

std::string assumption() {
    return "Proofs are by outward-rounded intervals over the polynomials of the spline through the grid's values. What "
           "the function does between the nodes where it was sampled, no grid can tell.";
}

}  // namespace

StationaryReport find_stationary_points(const GridLandscape& landscape, const Box& box,
                                        const StationarySettings& settings, std::stop_token stop,
                                        const std::function<void(double)>& progress) {
    const auto start = std::chrono::steady_clock::now();
    StationaryReport report;
    report.assumption = assumption();
    const Spline& spline = landscape.spline();
    const auto x = spline.x.nodes(), y = spline.y.nodes();
    const Rectangle grid{{x.front(), x.back()}, {y.front(), y.back()}};
    const Rectangle domain = intersection(grid, Rectangle::of(box));
    if (domain.is_empty() || !(domain.width() > 0.0) || !(domain.height() > 0.0)) {
        report.undecided.push_back({box, "the box lies beside the grid"});
        return report;
    }

    // Every cell in question gets its first look; what remains of the budget divides them.
    const auto budget = static_cast<std::size_t>(std::max(settings.box_budget, 1));
    const std::size_t most_cells = std::max<std::size_t>(budget / 4, 1);
    const Sieve sieve(spline, domain);
    const auto rows = sieve.run(stop);
    std::vector<Rectangle> cells;
    SearchResult rest;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (const std::uint32_t column : rows[i]) {
            if (cells.size() < most_cells) {
                cells.push_back(sieve.cell(sieve.first_row() + i, column));
                continue;
            }
            const Rectangle cell = sieve.cell(sieve.first_row() + i, column);
            if (rest.open.empty()) rest.open.push_back({cell, Obstacle::budget});
            rest.open.front().rectangle = hull(rest.open.front().rectangle, cell);
        }
    }

    const Scales scales = scales_for(spline, domain);
    const ModelMaker make_model = [&landscape] { return std::make_unique<GridModel>(landscape); };
    SearchResult result = search(make_model, scales, std::move(cells), settings.box_budget, std::move(stop), progress);
    result.open.insert(result.open.end(), rest.open.begin(), rest.open.end());
    const std::vector<Rectangle> rims = rims_of_holes(spline, domain);
    result.rims.insert(result.rims.end(), rims.begin(), rims.end());
    put_findings(*make_model(), result, scales, rest.open.empty(), report);
    if (progress) progress(1.0);
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return report;
}

}  // namespace thalweg
