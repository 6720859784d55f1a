#include "core/sampling/level_lines.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>

namespace thalweg {
namespace {

using Point = std::array<double, 2>;

/// The edges of the grid have numbers: first those along x, then those along y.
class Tracer {
  public:
    Tracer(const Box& box, int columns, int rows, std::span<const double> samples, double level,
           const std::function<double(double, double)>& g, int steps)
        : box_(box), columns_(columns), rows_(rows), samples_(samples), level_(level), g_(g), steps_(steps) {}

    std::vector<LevelLine> lines() {
        for (int row = 0; row + 1 < rows_; ++row) {
            for (int column = 0; column + 1 < columns_; ++column) cross(column, row);
        }
        return joined();
    }

  private:
    using Edge = std::int64_t;

    Point node(int column, int row) const {
        return {box_.x0 + box_.width() * column / (columns_ - 1), box_.y0 + box_.height() * row / (rows_ - 1)};
    }
    double height(int column, int row) const {
        return samples_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
                        static_cast<std::size_t>(column)] -
               level_;
    }
    Edge along_x(int column, int row) const { return Edge{row} * columns_ + column; }
    Edge along_y(int column, int row) const { return Edge{rows_} * columns_ + Edge{row} * columns_ + column; }

    /// Notes which edges of a cell the line joins.
    void cross(int column, int row) {
        // Corners counter-clockwise from the lower left; edge i runs from corner i to the next.
        const std::array<double, 4> h{height(column, row), height(column + 1, row), height(column + 1, row + 1),
                                      height(column, row + 1)};
        int above = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            if (!std::isfinite(h[i])) return;
            above |= (h[i] > 0 ? 1 : 0) << i;
        }
        if (above == 0 || above == 15) return;
        const std::array<Edge, 4> edges{along_x(column, row), along_y(column + 1, row), along_x(column, row + 1),
                                        along_y(column, row)};
        std::vector<std::size_t> crossed;
        for (std::size_t i = 0; i < 4; ++i) {
            if ((h[i] > 0) != (h[(i + 1) % 4] > 0)) crossed.push_back(i);
        }
        if (crossed.size() == 2) return join(edges[crossed[0]], edges[crossed[1]]);
        // All four are crossed: corners of the middle's side hang together, each other corner is cut off alone.
        const Point low = node(column, row), high = node(column + 1, row + 1);
        const double middle = g_((low[0] + high[0]) / 2, (low[1] + high[1]) / 2) - level_;
        const bool cut_off_first = (middle > 0) != (h[0] > 0);
        join(edges[0], edges[cut_off_first ? 3 : 1]);
        join(edges[2], edges[cut_off_first ? 1 : 3]);
    }

    void join(Edge a, Edge b) {
        links_[a].push_back(b);
        links_[b].push_back(a);
    }

    /// Where g has the level on an edge.
    Point crossing(Edge edge) const {
        const bool upright = edge >= Edge{rows_} * columns_;
        const Edge index = upright ? edge - Edge{rows_} * columns_ : edge;
        const int row = static_cast<int>(index / columns_), column = static_cast<int>(index % columns_);
        const Point a = node(column, row), b = upright ? node(column, row + 1) : node(column + 1, row);
        double low = 0, high = 1;
        double at_low = height(column, row), at_high = upright ? height(column, row + 1) : height(column + 1, row);
        double share = at_low / (at_low - at_high);
        // Bisection and secant by turns: sure, and soon there.
        for (int i = 0; i < steps_ && high - low > 1e-15; ++i) {
            if (!(share > low && share < high)) share = (low + high) / 2;
            const double here = g_(a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])) - level_;
            if (!std::isfinite(here) || here == 0) break;
            ((here > 0) == (at_low > 0) ? low : high) = share;
            ((here > 0) == (at_low > 0) ? at_low : at_high) = here;
            share = i % 2 == 0 ? low + (high - low) * at_low / (at_low - at_high) : (low + high) / 2;
        }
        return {a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])};
    }

    std::optional<Edge> take_link(Edge from) {
        auto& others = links_[from];
        if (others.empty()) return std::nullopt;
        const Edge to = others.back();
        others.pop_back();
        std::erase(links_[to], from);
        return to;
    }

    LevelLine follow(Edge start) {
        LevelLine line{crossing(start)};
        for (std::optional<Edge> next = take_link(start); next; next = take_link(*next)) {
            line.push_back(crossing(*next));
        }
        return line;
    }

    /// Lines with free ends first, then the closed ones.
    std::vector<LevelLine> joined() {
        std::vector<LevelLine> lines;
        std::vector<Edge> ends;
        for (const auto& [edge, others] : links_) {
            if (others.size() == 1) ends.push_back(edge);
        }
        for (const Edge edge : ends) {
            if (!links_[edge].empty()) lines.push_back(follow(edge));
        }
        for (auto& [edge, others] : links_) {
            if (!others.empty()) lines.push_back(follow(edge));
        }
        return lines;
    }

    const Box box_;
    const int columns_, rows_;
    const std::span<const double> samples_;
    const double level_;
    const std::function<double(double, double)>& g_;
    const int steps_;
    std::map<Edge, std::vector<Edge>> links_;  ///< crossed edges that a cell joins
};

}  // namespace

std::vector<LevelLine> level_lines(const Box& box, int columns, int rows, std::span<const double> samples, double level,
                                   const std::function<double(double x, double y)>& g, int steps) {
    if (columns < 2 || rows < 2) return {};
    return Tracer(box, columns, rows, samples, level, g, steps).lines();
}

}  // namespace thalweg
