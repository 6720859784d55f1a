#include "app/lenses/model_patch.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <limits>
#include <numbers>

#include "app/lenses/drawn_heights.h"
#include "app/lenses/lens_ink.h"
#include "core/sampling/level_lines.h"

namespace thalweg {
namespace {

/// The disc's radius, of the domain's sides.
constexpr double radius_share = 0.18;
/// Lines each way across the patch, points of a line, and samples a side for level lines, of which there are so many.
constexpr int lines = 7, line_points = 41, samples = 41, level_count = 7;
/// Rings of the sheet.
constexpr int rings = 16;
/// Opacity of the lines on the sheet.
constexpr float line_alpha = 0.55F;
/// Evaluations for a crossing of a level line with the samples' grid: far finer than a pixel.
constexpr int root_steps = 7;

using Function = std::function<double(double x, double y)>;

/// A disc about a point, and a function over it.
struct Disc {
    std::array<double, 2> p;
    double rx, ry;

    bool contains(double x, double y) const { return std::hypot((x - p[0]) / rx, (y - p[1]) / ry) <= 1; }
};

/// Lines of constant x (axis 1 runs along them) or of constant y.
void add_grid(ModelPatch& patch, const Disc& disc, std::size_t axis, const Function& z) {
    for (int i = 0; i < lines; ++i) {
        const double across = 2.0 * (i + 1) / (lines + 1) - 1, half = std::sqrt(1 - across * across);
        auto& line = patch.grid.emplace_back();
        for (int k = 0; k < line_points; ++k) {
            const double along = half * (2.0 * k / (line_points - 1) - 1);
            const double x = disc.p[0] + disc.rx * (axis == 0 ? along : across);
            const double y = disc.p[1] + disc.ry * (axis == 0 ? across : along);
            line.push_back({x, y, z(x, y)});
        }
    }
}

/// Of the way from the point to the disc's edge, the share on which the model stays among the heights that are drawn.
double shown_share(const std::function<double(double share)>& z) {
    constexpr int bisections = 24;
    double shown = 0, hidden = 1;
    for (int ring = 1; ring <= rings; ++ring) {
        const double share = static_cast<double>(ring) / rings;
        if (!is_drawn_height(z(share))) {
            hidden = share;
            break;
        }
        shown = share;
    }
    for (int i = 0; shown < 1 && i < bisections; ++i) {
        const double middle = 0.5 * (shown + hidden);
        (is_drawn_height(z(middle)) ? shown : hidden) = middle;
    }
    return shown;
}

/// Spokes from the point outwards, each as long as it can be; their ends are the rim.
void add_sheet(ModelPatch& patch, const Disc& disc, const Function& z) {
    constexpr std::size_t columns = ModelPatch::spokes + 1;
    patch.sheet.resize((rings + 1) * columns);
    for (std::size_t spoke = 0; spoke < columns; ++spoke) {
        const double angle = 2 * std::numbers::pi * static_cast<double>(spoke) / ModelPatch::spokes;
        const auto at = [&](double share) -> Spot {
            const double x = disc.p[0] + share * disc.rx * std::cos(angle);
            const double y = disc.p[1] + share * disc.ry * std::sin(angle);
            return {x, y, z(x, y)};
        };
        const double end = shown_share([&](double share) { return at(share).z; });
        for (std::size_t ring = 0; ring <= rings; ++ring)
            patch.sheet[ring * columns + spoke] = at(end * static_cast<double>(ring) / rings);
    }
    patch.rim.assign(patch.sheet.end() - static_cast<std::ptrdiff_t>(columns), patch.sheet.end());
}

/// The pieces of the lines that lie within the disc.
void add_within(std::vector<std::vector<Spot>>& result, const std::vector<LevelLine>& whole, const Disc& disc) {
    for (const LevelLine& line : whole) {
        bool inside = false;
        for (const auto& at : line) {
            const bool here = disc.contains(at[0], at[1]);
            if (here && !inside) result.emplace_back();
            if (here) result.back().push_back({at[0], at[1], 0});
            inside = here;
        }
    }
}

struct Sampled {
    std::vector<double> values;
    double low = std::numeric_limits<double>::infinity(), high = -low;  ///< within the disc
};

Sampled sample(const Box& box, const Disc& disc, const Function& g) {
    Sampled result;
    for (int row = 0; row < samples; ++row) {
        for (int column = 0; column < samples; ++column) {
            const double x = box.x0 + box.width() * column / (samples - 1);
            const double y = box.y0 + box.height() * row / (samples - 1);
            const double value = result.values.emplace_back(g(x, y));
            if (!disc.contains(x, y) || !std::isfinite(value)) continue;
            result.low = std::min(result.low, value);
            result.high = std::max(result.high, value);
        }
    }
    return result;
}

/// Level lines of the model, evenly spaced and one of them through the point, and of f at the same values.
void add_levels(ModelPatch& patch, const Disc& disc, double value, const Function& model, const Function& f) {
    const Box box{disc.p[0] - disc.rx, disc.p[0] + disc.rx, disc.p[1] - disc.ry, disc.p[1] + disc.ry};
    const Sampled of_model = sample(box, disc, model), of_f = sample(box, disc, f);
    const double spacing = (of_model.high - of_model.low) / level_count;
    if (!(spacing > 0)) return;
    const auto first = std::lround((of_model.low - value) / spacing);
    for (long i = first; i <= first + level_count; ++i) {
        const double level = value + static_cast<double>(i) * spacing;
        add_within(patch.levels, level_lines(box, samples, samples, of_model.values, level, model, root_steps), disc);
        add_within(patch.levels_of_f, level_lines(box, samples, samples, of_f.values, level, f, root_steps), disc);
    }
}

}  // namespace

ModelPatch model_patch(Evaluator& f, const TaylorModel& model, const std::array<double, 2>& p, const Box& domain,
                       ModelOrder order, const HeightScale& scale) {
    ModelPatch patch{.radius_x = radius_share * domain.width(),
                     .radius_y = radius_share * domain.height(),
                     .sheet = {},
                     .grid = {},
                     .rim = {},
                     .levels = {},
                     .levels_of_f = {}};
    const Disc disc{p, patch.radius_x, patch.radius_y};
    const Function g = [&](double x, double y) {
        const std::array d = {x - p[0], y - p[1]};
        return order == ModelOrder::plane ? model.value + model.first_order(d) : model.quadratic(d);
    };
    const Function z = [&](double x, double y) { return model_z(scale, g(x, y)); };
    add_grid(patch, disc, 0, z);
    add_grid(patch, disc, 1, z);
    add_sheet(patch, disc, z);
    add_levels(patch, disc, model.value, g, [&](double x, double y) { return f.value(std::array{x, y}); });
    return patch;
}

void draw_model_patch(Ink& ink, const Placement& placement, const InkStyle& style, const ModelPatch& patch,
                      const Color& color) {
    if (placement.has_depth()) {
        for (const auto& line : patch.grid)
            stroke_in_space(ink, placement, style, line, mark_fill.with_alpha(line_alpha), 0.8F);
    } else {
        for (const auto& line : patch.levels_of_f) stroke_in_space(ink, placement, style, line, mark_fill, 1.2F);
        for (const auto& line : patch.levels) stroke_in_space(ink, placement, style, line, color, 1.8F);
    }
    stroke_in_space(ink, placement, style, patch.rim, color, placement.has_depth() ? 2.4F : 1.2F);
}

}  // namespace thalweg
