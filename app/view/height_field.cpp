#include "app/view/height_field.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace thalweg {
namespace {

/// Steeper than this (world units) looks like a wall anyway.
constexpr double steepest = 60.0;
/// Edges of holes are searched this often at most, so that a landscape full of holes costs no more than a few frames.
constexpr int edge_budget = 20'000;
constexpr int bisections = 10;

enum Channel : std::size_t { height, slope_x, slope_y, inside, channels };

class Field {
  public:
    Field(const SurfaceGrid& grid, HeightField& field) : grid_(grid), field_(field) {}

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
    void find_edges(Evaluator* evaluator);
    void spread_over_holes();

  private:
    double crossing(Evaluator& evaluator, int column, int row, int other_column, int other_row) const;
    PlanePoint position(int column, int row) const {
        return {grid_.box.x0 + grid_.box.width() * column / (grid_.columns - 1),
                grid_.box.y0 + grid_.box.height() * row / (grid_.rows - 1)};
    }

    const SurfaceGrid& grid_;
    HeightField& field_;
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

/// How far from a defined node towards an undefined one f goes on being defined, as a share of the way.
double Field::crossing(Evaluator& evaluator, int column, int row, int other_column, int other_row) const {
    const PlanePoint from = position(column, row), to = position(other_column, other_row);
    double known = 0.0, unknown = 1.0;
    for (int i = 0; i < bisections; ++i) {
        const double middle = 0.5 * (known + unknown);
        const std::array point = {from.x + middle * (to.x - from.x), from.y + middle * (to.y - from.y)};
        (std::isnan(evaluator.value(point)) ? unknown : known) = middle;
    }
    return 0.5 * (known + unknown);
}

void Field::find_edges(Evaluator* evaluator) {
    int searches = 0;
    for (int row = 0; row < grid_.rows; ++row) {
        for (int column = 0; column < grid_.columns; ++column) {
            const bool here = defined(column, row);
            // Distance to the edge along x and along y, in cells; 1 stands for "not next to it".
            std::array<double, 2> along = {1.0, 1.0};
            constexpr std::array<std::array<int, 2>, 4> neighbours = {{{1, 0}, {-1, 0}, {0, 1}, {0, -1}}};
            for (const auto& [dx, dy] : neighbours) {
                const int c = column + dx, r = row + dy;
                if (!on_grid(c, r) || defined(c, r) == here) continue;
                double share = 0.5;
                if (evaluator != nullptr && searches++ < edge_budget) {
                    share =
                        here ? crossing(*evaluator, column, row, c, r) : 1.0 - crossing(*evaluator, c, r, column, row);
                }
                double& distance = along[dx != 0 ? 0 : 1];
                distance = std::min(distance, share);
            }
            // Cut along both axes, the edge runs askew: the height of the triangle is its distance.
            const double diagonal = std::hypot(along[0], along[1]);
            const bool askew = along[0] < 1.0 && along[1] < 1.0 && diagonal > 0.0;
            const double distance = askew ? along[0] * along[1] / diagonal : std::min(along[0], along[1]);
            sample(index(column, row), inside) = static_cast<float>(0.5 + (here ? 0.5 : -0.5) * distance);
        }
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
                    sample(index(c, r), channel) = sample(index(column, row), channel);
                }
                next.push_back({c, r});
            }
        }
        ring = std::move(next);
    }
}

}  // namespace

HeightField height_field(const SurfaceGrid& grid, const HeightScale& scale, const World& world, Evaluator* evaluator) {
    HeightField result{.columns = grid.columns, .rows = grid.rows, .samples = {}, .holes = false};
    result.samples.assign(grid.values.size() * channels, 0.0F);
    Field field(grid, result);
    field.fill_heights(scale, world);
    if (result.holes) {
        field.find_edges(evaluator);
        field.spread_over_holes();
    }
    return result;
}

}  // namespace thalweg
