#include "app/scene/map_part.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "app/scene/surface_part.h"
#include "core/sampling/affordable.h"
#include "core/sampling/levels.h"

namespace thalweg {
namespace {

constexpr int most_samples_per_side = 512;
/// With fewer of the surface's level lines in the window than this, the map has finer ones of its own.
constexpr int fewest_levels = 8;

int samples_for(int pixels, const Landscape& landscape) {
    return affordable_side(landscape, std::clamp(pixels / 2, 2, most_samples_per_side));
}

std::vector<double> levels_in_view(const SurfacePart& surface, std::span<const double> values) {
    double low = INFINITY, high = -INFINITY;
    for (const double value : values) {
        if (!std::isfinite(value)) continue;
        low = std::min(low, value);
        high = std::max(high, value);
    }
    high = std::min(high, surface.scale.high);
    const auto seen = std::ranges::count_if(surface.levels, [&](double level) { return low < level && level < high; });
    if (seen >= fewest_levels || !(low < high)) return surface.levels;
    return level_values(surface.scale, low, high, level_count);
}

}  // namespace

void MapMaker::update(const LandscapePart& landscape, const SurfacePart& surface, const Box& window, int width,
                      int height) {
    if (landscape.landscape == nullptr) return;
    const Box& wanted = is_valid_domain(window) ? window : landscape.domain;
    const Inputs inputs{.landscape = landscape.revision,
                        .surface = surface.revision,
                        .box = map_window(wanted, landscape.domain, width, height),
                        .columns = samples_for(width, *landscape.landscape),
                        .rows = samples_for(height, *landscape.landscape)};
    if (made_from_ == inputs) return;

    Inputs but_for_levels = inputs;
    if (made_from_) but_for_levels.surface = made_from_->surface;
    if (made_from_ != but_for_levels) {
        part_.grid = sample_grid(*landscape.landscape, inputs.box, inputs.columns, inputs.rows, Derivatives::without);
    }
    part_.levels = levels_in_view(surface, part_.grid.values);
    ++part_.revision;
    made_from_ = inputs;
}

double drawn_aspect(const Box& domain) {
    constexpr double most_squeezed = 3.0;
    return std::clamp(domain.width() / domain.height(), 1.0 / most_squeezed, most_squeezed);
}

Box map_window(const Box& wanted, const Box& domain, int width, int height) {
    const double aspect = drawn_aspect(domain);
    // Both sides of the window in one unit: the height at which the domain is drawn.
    const double across = wanted.width() / domain.width() * aspect;
    const double up = wanted.height() / domain.height();
    const double view = static_cast<double>(std::max(width, 1)) / std::max(height, 1);

    const double half_width = wanted.width() / 2 * std::max(1.0, view * up / across);
    const double half_height = wanted.height() / 2 * std::max(1.0, across / (view * up));
    const double x = std::midpoint(wanted.x0, wanted.x1);
    const double y = std::midpoint(wanted.y0, wanted.y1);
    return {x - half_width, x + half_width, y - half_height, y + half_height};
}

}  // namespace thalweg
