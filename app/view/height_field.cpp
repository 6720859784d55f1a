#include "app/view/height_field.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>

#include "app/view/surface_break.h"

namespace thalweg {
namespace {

/// Steeper than this (world units) looks like a wall anyway.
constexpr double steepest = 60.0;
/// Edges of holes are searched this often at most, so that a landscape full of holes costs no more than a few frames.
constexpr int edge_budget = 20'000;
constexpr int bisections = 10;
/// Breaks are many or none: steep places that are none are looked at this often at most.
constexpr int break_budget = 500;
/// An edge nearer to a node than this share of a cell tells nothing about the slope between them.
constexpr double least_share = 0.05;

enum Channel : std::size_t { height, slope_x, slope_y, inside, channels };

/// Where f ends between two nodes: the share of the way from the defined one, and the height there (NaN: not known).
struct EdgeCrossing {
    double share = 0.5;
    double height = std::numeric_limits<double>::quiet_NaN();
};

class Field {
  public:
    Field(const SurfaceGrid& grid, HeightField& field) : grid_(grid), field_(field), extended_(grid.values.size()) {}

    bool defined(int column, int row) const { return !std::isnan(grid_.values[index(column, row)]); }
    std::size_t index(int column, int row) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(grid_.columns) +
               static_cast<std::size_t>(column);
    }
    bool on_grid(int column, int row) const {
        return column >= 0 && row >= 0 && column < grid_.columns && row < grid_.rows;
    }
    float& sample(std::size_t node, Channel channel) { return field_.samples[node * channels + channel]; }

    void fill_heights(const HeightScale& scale, const World& world);
    void find_edges(const HeightScale& scale, Evaluator* evaluator);
    void spread_over_holes();
    bool has_breaks(const HeightScale& scale, const World& world, Evaluator& evaluator);

  private:
    EdgeCrossing crossing(Evaluator* evaluator, const HeightScale& scale, PlanePoint from, PlanePoint to);
    PlanePoint position(int column, int row) const {
        return {grid_.box.x0 + grid_.box.width() * column / (grid_.columns - 1),
                grid_.box.y0 + grid_.box.height() * row / (grid_.rows - 1)};
    }

    const SurfaceGrid& grid_;
    HeightField& field_;
    std::vector<char> extended_;  ///< undefined nodes that find_edges gave a height
    int searches_ = 0;
};

double bounded(double slope) {
    return std::isfinite(slope) ? std::clamp(slope, -steepest, steepest) : 0.0;
}

void Field::fill_heights(const HeightScale& scale, const World& world) {
    const bool with_slopes = !grid_.dx.empty();
    for (std::size_t node = 0; node < grid_.values.size(); ++node) {
        const double f = grid_.values[node];
        if (std::isnan(f)) {
            field_.holes = true;
            continue;
        }
        const double h = std::clamp(scale.height(f), 0.0, 1.0);
        sample(node, height) = static_cast<float>(h);
        sample(node, inside) = 1.0F;
        if (with_slopes) {
            const double per_value = world_height * scale.slope(f);
            sample(node, slope_x) = static_cast<float>(bounded(per_value * grid_.dx[node] / world.x_scale()));
            sample(node, slope_y) = static_cast<float>(bounded(per_value * grid_.dy[node] / world.y_scale()));
        }
    }
}

/// Goes from a defined node towards an undefined one, as far as f goes on being defined.
EdgeCrossing Field::crossing(Evaluator* evaluator, const HeightScale& scale, PlanePoint from, PlanePoint to) {
    EdgeCrossing edge;
    if (evaluator == nullptr || searches_++ >= edge_budget) return edge;
    double known = 0.0, unknown = 1.0;
    for (int i = 0; i < bisections; ++i) {
        const double middle = 0.5 * (known + unknown);
        const std::array point = {from.x + middle * (to.x - from.x), from.y + middle * (to.y - from.y)};
        const double f = evaluator->value(point);
        if (std::isnan(f)) {
            unknown = middle;
        } else {
            known = middle;
            edge.height = std::clamp(scale.height(f), 0.0, 1.0);
        }
    }
    edge.share = 0.5 * (known + unknown);
    return edge;
}

void Field::find_edges(const HeightScale& scale, Evaluator* evaluator) {
    /// Of each node next to an edge: how far that is along x and along y, in cells, and for undefined nodes the heights
    /// at which the surface, going on straight, would pass there.
    struct NextToEdge {
        std::array<double, 2> along = {1.0, 1.0};
        double height_sum = 0.0;
        int heights = 0;
    };
    std::vector<NextToEdge> nodes(grid_.values.size());
    const auto search = [&](int column, int row, int dx, int dy) {
        if (!on_grid(column + dx, row + dy) || defined(column, row) == defined(column + dx, row + dy)) return;
        const bool here = defined(column, row);
        const int c = here ? column : column + dx, r = here ? row : row + dy;
        const int other_c = here ? column + dx : column, other_r = here ? row + dy : row;
        const EdgeCrossing edge = crossing(evaluator, scale, position(c, r), position(other_c, other_r));
        NextToEdge& inner = nodes[index(c, r)];
        NextToEdge& outer = nodes[index(other_c, other_r)];
        const std::size_t axis = dx != 0 ? 0 : 1;
        inner.along[axis] = std::min(inner.along[axis], edge.share);
        outer.along[axis] = std::min(outer.along[axis], 1.0 - edge.share);
        const double from = sample(index(c, r), height);
        const double to = std::isnan(edge.height) ? from : edge.height;
        outer.height_sum += std::clamp(from + (to - from) / std::max(edge.share, least_share), -1.0, 2.0);
        ++outer.heights;
    };
    for (int row = 0; row < grid_.rows; ++row) {
        for (int column = 0; column < grid_.columns; ++column) {
            search(column, row, 1, 0);
            search(column, row, 0, 1);
        }
    }
    for (std::size_t node = 0; node < nodes.size(); ++node) {
        const NextToEdge& next = nodes[node];
        // Cut along both axes, the edge runs askew: the height of the triangle is its distance.
        const double diagonal = std::hypot(next.along[0], next.along[1]);
        const bool askew = next.along[0] < 1.0 && next.along[1] < 1.0 && diagonal > 0.0;
        const double distance =
            askew ? next.along[0] * next.along[1] / diagonal : std::min(next.along[0], next.along[1]);
        const bool here = !std::isnan(grid_.values[node]);
        sample(node, inside) = static_cast<float>(0.5 + (here ? 0.5 : -0.5) * distance);
        if (next.heights > 0) sample(node, height) = static_cast<float>(next.height_sum / next.heights);
        extended_[node] = next.heights > 0 ? 1 : 0;
    }
}

/// Gives undefined nodes the heights of the nearest defined ones, ring by ring: the mesh is coarser than the grid, and
/// its triangles reach over the edge.
void Field::spread_over_holes() {
    std::vector<char> known(grid_.values.size());
    std::vector<std::array<int, 2>> ring;
    for (int row = 0; row < grid_.rows; ++row) {
        for (int column = 0; column < grid_.columns; ++column) {
            if (!defined(column, row)) continue;
            known[index(column, row)] = 1;
            ring.push_back({column, row});
        }
    }
    while (!ring.empty()) {
        std::vector<std::array<int, 2>> next;
        for (const auto& [column, row] : ring) {
            constexpr std::array<std::array<int, 2>, 4> neighbours = {{{1, 0}, {-1, 0}, {0, 1}, {0, -1}}};
            for (const auto& [dx, dy] : neighbours) {
                const int c = column + dx, r = row + dy;
                if (!on_grid(c, r) || known[index(c, r)] != 0) continue;
                known[index(c, r)] = 1;
                for (const Channel channel : {height, slope_x, slope_y}) {
                    if (channel == height && extended_[index(c, r)] != 0) continue;
                    sample(index(c, r), channel) = sample(index(column, row), channel);
                }
                next.push_back({c, r});
            }
        }
        ring = std::move(next);
    }
}

/// Whether the surface breaks off on some way from a node to the next one.
bool Field::has_breaks(const HeightScale& scale, const World& world, Evaluator& evaluator) {
    const double rise_x = 2 * world.half_x / world_height / (grid_.columns - 1);
    const double rise_y = 2 * world.half_y / world_height / (grid_.rows - 1);
    int searches = 0;
    const auto breaks = [&](int column, int row, int next_column, int next_row) {
        if (!on_grid(next_column, next_row) || !defined(column, row) || !defined(next_column, next_row)) return false;
        const std::size_t here = index(column, row), there = index(next_column, next_row);
        const Channel slope = row == next_row ? slope_x : slope_y;
        const double rise = slope == slope_x ? rise_x : rise_y;
        const HeightAt from{position(column, row), double{sample(here, height)}};
        const HeightAt to{position(next_column, next_row), double{sample(there, height)}};
        return may_break(from.height, to.height, rise * double{sample(here, slope)},
                         rise * double{sample(there, slope)}) &&
               searches++ < break_budget && surface_break(evaluator, scale, from, to).has_value();
    };
    for (int row = 0; row < grid_.rows; ++row)
        for (int column = 0; column < grid_.columns; ++column)
            if (breaks(column, row, column + 1, row) || breaks(column, row, column, row + 1)) return true;
    return false;
}

/// Replaces each sample by the mean over a window along its line. lines: how many, `line` apart; length samples each,
/// `step` apart.
void box_mean(std::vector<float>& samples, std::size_t lines, std::size_t length, std::size_t line, std::size_t step) {
    const std::size_t reach = std::max<std::size_t>(1, length / 30);
    std::vector<double> sums(length + 1);
    for (std::size_t i = 0; i < lines; ++i) {
        float* first = samples.data() + i * line;
        for (std::size_t k = 0; k < length; ++k) sums[k + 1] = sums[k] + static_cast<double>(first[k * step]);
        for (std::size_t k = 0; k < length; ++k) {
            const std::size_t from = k > reach ? k - reach : 0, to = std::min(length, k + reach + 1);
            first[k * step] = static_cast<float>((sums[to] - sums[from]) / static_cast<double>(to - from));
        }
    }
}

/// Steepness of the passage from shade to light, per unit of height.
constexpr float deepest_shade = 22.0F;

double sample_at(const HeightField& field, Channel channel, double share_x, double share_y) {
    const double column = share_x * (field.columns - 1), row = share_y * (field.rows - 1);
    const auto c = static_cast<std::size_t>(std::min(column, field.columns - 2.0));
    const auto r = static_cast<std::size_t>(std::min(row, field.rows - 2.0));
    const double across = column - static_cast<double>(c), up = row - static_cast<double>(r);
    const float* low = &field.samples[channels * (r * static_cast<std::size_t>(field.columns) + c) + channel];
    const float* high = low + channels * static_cast<std::size_t>(field.columns);
    const auto mixed = [across](const float* at) {
        return (1 - across) * double{at[0]} + across * double{at[channels]};
    };
    return (1 - up) * mixed(low) + up * mixed(high);
}

}  // namespace

double HeightField::height_at(double share_x, double share_y) const {
    return sample_at(*this, height, share_x, share_y);
}

std::array<double, 2> HeightField::rise_at(double share_x, double share_y, const World& world) const {
    return {sample_at(*this, slope_x, share_x, share_y) * 2 * world.half_x / world_height,
            sample_at(*this, slope_y, share_x, share_y) * 2 * world.half_y / world_height};
}

HeightField height_field(const SurfaceGrid& grid, const HeightScale& scale, const World& world, Evaluator* evaluator) {
    HeightField result{.columns = grid.columns, .rows = grid.rows, .samples = {}, .holes = false, .breaks = false};
    result.samples.assign(grid.values.size() * channels, 0.0F);
    Field field(grid, result);
    field.fill_heights(scale, world);
    if (result.holes) {
        field.find_edges(scale, evaluator);
        field.spread_over_holes();
    }
    if (evaluator != nullptr && !grid.dx.empty()) result.breaks = field.has_breaks(scale, world, *evaluator);
    return result;
}

std::vector<float> sky_view(const HeightField& field) {
    const auto columns = static_cast<std::size_t>(field.columns), rows = static_cast<std::size_t>(field.rows);
    std::vector<float> heights(columns * rows);
    for (std::size_t node = 0; node < heights.size(); ++node) heights[node] = field.samples[node * channels + height];
    // Two runs of a box along each axis come near to a bell.
    std::vector<float> mean = heights;
    for (int run = 0; run < 2; ++run) {
        box_mean(mean, rows, columns, columns, 1);
        box_mean(mean, columns, rows, 1, columns);
    }
    std::vector<float> sky(heights.size());
    for (std::size_t node = 0; node < sky.size(); ++node) {
        sky[node] = 1.0F / (1.0F + std::exp(deepest_shade * (mean[node] - heights[node])));
    }
    return sky;
}

std::vector<float> between(const std::vector<float>& from, const std::vector<float>& to, float share) {
    std::vector<float> result(to.size());
    for (std::size_t i = 0; i < result.size(); ++i) result[i] = std::lerp(from[i], to[i], share);
    return result;
}

HeightField between(const HeightField& from, const HeightField& to, float share) {
    return {.columns = to.columns,
            .rows = to.rows,
            .samples = between(from.samples, to.samples, share),
            .holes = from.holes || to.holes,
            .breaks = false};
}

}  // namespace thalweg
