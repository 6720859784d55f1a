#include "app/lenses/ghost_surface.h"

#include <cmath>

#include "app/lenses/lens_ink.h"
#include "app/view/world.h"
#include "core/sampling/grid.h"
#include "core/sampling/level_lines.h"

namespace thalweg {
namespace {

/// Nodes a side, and how many of them lie between two lines of the net.
constexpr int nodes = 81, stride = 5;

}  // namespace

GhostSurface ghost_surface(const Landscape& landscape, const Box& domain, const HeightScale& scale,
                           std::span<const double> levels) {
    const SurfaceGrid grid = sample_grid(landscape, domain, nodes, nodes, Derivatives::without);
    const auto spot = [&](int column, int row) {
        const double f = grid.values[static_cast<std::size_t>(row * nodes + column)];
        return Spot{std::lerp(domain.x0, domain.x1, static_cast<double>(column) / (nodes - 1)),
                    std::lerp(domain.y0, domain.y1, static_cast<double>(row) / (nodes - 1)), surface_z(scale, f)};
    };
    GhostSurface ghost;
    for (int line = 0; line < nodes; line += stride) {
        auto& along_x = ghost.net.emplace_back();
        for (int i = 0; i < nodes; ++i) along_x.push_back(spot(i, line));
        auto& along_y = ghost.net.emplace_back();
        for (int i = 0; i < nodes; ++i) along_y.push_back(spot(line, i));
    }
    const auto evaluator = landscape.evaluator();
    const auto f = [&](double x, double y) { return evaluator->value(std::array{x, y}); };
    for (const double level : levels) {
        // Two evaluations a crossing: chords between them show more than they could be off.
        for (const LevelLine& line : level_lines(domain, nodes, nodes, grid.values, level, f, 2)) {
            auto& spots = ghost.levels.emplace_back();
            for (const auto& [x, y] : line) spots.push_back({x, y, 0});
        }
    }
    return ghost;
}

void draw_ghost_surface(Ink& ink, const Placement& placement, const InkStyle& style, const GhostSurface& ghost,
                        const Color& color) {
    if (placement.has_depth()) {
        for (const auto& line : ghost.net) stroke_in_space(ink, placement, style, line, color.with_alpha(0.5F), 1.2F);
        return;
    }
    std::vector<Polyline> lines;
    for (const auto& line : ghost.levels) placement.path(line, lines);
    stroke(ink, style, lines, color.with_alpha(0.6F), 1.4F);
}

}  // namespace thalweg
