#include "app/figure/map_ground.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "app/view/contour_axes.h"
#include "app/view/level_table.h"
#include "app/view/polyline.h"
#include "core/sampling/level_lines.h"

namespace thalweg {
namespace {

constexpr float line_width = 1.2F, strong_line_width = 2.0F;  // design pixels
/// Lines and edges keep within this many pixels of where they were traced.
constexpr float smoothness = 0.12F;
/// So exactly are crossings found: 2⁻²⁴ of a cell.
constexpr int halvings = 24;
/// Lines nearer to each other than this many of their widths are left out; see level_lines.frag.
constexpr double least_room = 5.0;

FigurePoint on_paper(const MapGround& map, double x, double y) {
    const PixelPoint pixel = map.plot.pixel(x, y);
    return {map.unit * pixel.x, map.unit * pixel.y};
}

std::vector<FigurePoint> on_paper(const MapGround& map, const LevelLine& line) {
    Polyline pixels;
    for (const auto& [x, y] : line) {
        const PixelPoint pixel = map.plot.pixel(x, y);
        pixels.push_back({static_cast<float>(pixel.x), static_cast<float>(pixel.y), 0});
    }
    std::vector<FigurePoint> points;
    for (const InkPoint& point : simplified(pixels, smoothness))
        points.push_back({map.unit * point.x, map.unit * point.y});
    return points;
}

Color color_at(const MapGround& map, double height) {
    const auto& colors = colormap(map.session.display.colormap);
    return colors[static_cast<std::size_t>(std::lround(255 * std::clamp(height, 0.0, 1.0)))];
}

/// The samples with a ring of `outside` around them and for what is undefined: the edge of what lies above a level then
/// runs along the window's edge and around holes, and always closes.
struct Ringed {
    Box box;
    int columns = 0, rows = 0;
    std::vector<double> values;
};

constexpr double outside = -std::numeric_limits<double>::max() / 4;

Ringed ringed(const SurfaceGrid& grid) {
    const double dx = grid.box.width() / (grid.columns - 1), dy = grid.box.height() / (grid.rows - 1);
    Ringed ring{.box = {grid.box.x0 - dx, grid.box.x1 + dx, grid.box.y0 - dy, grid.box.y1 + dy},
                .columns = grid.columns + 2,
                .rows = grid.rows + 2,
                .values = {}};
    const auto width = static_cast<std::size_t>(ring.columns);
    ring.values.assign(width * static_cast<std::size_t>(ring.rows), outside);
    for (std::size_t row = 0; row < static_cast<std::size_t>(grid.rows); ++row) {
        for (std::size_t column = 0; column < static_cast<std::size_t>(grid.columns); ++column) {
            const double value = grid.values[row * static_cast<std::size_t>(grid.columns) + column];
            // Poles are as high as it gets.
            if (!std::isnan(value)) ring.values[(row + 1) * width + column + 1] = std::clamp(value, outside, -outside);
        }
    }
    return ring;
}

/// Everything above a level.
VectorPath region_above(const MapGround& map, const Ringed& ring, Evaluator& evaluator, double level) {
    const Box& box = map.scene.map().grid.box;
    const auto value = [&](double x, double y) {
        if (x < box.x0 || x > box.x1 || y < box.y0 || y > box.y1) return outside;
        const std::array point{x, y};
        const double f = evaluator.value(point);
        return std::isnan(f) ? outside : std::clamp(f, outside, -outside);
    };
    VectorPath region;
    for (const LevelLine& line : level_lines(ring.box, ring.columns, ring.rows, ring.values, level, value, halvings))
        region.polyline(on_paper(map, line), true);
    return region;
}

/// The levels between which bands lie, within the scale.
std::vector<double> band_levels(const MapGround& map) {
    const HeightScale& scale = map.scene.surface().scale;
    std::vector<double> levels = map.scene.map().levels;
    std::erase_if(levels, [&](double level) {
        const double height = scale.height(level);
        return !(height > 0.0 && height < 1.0);
    });
    return levels;
}

/// Heights at the middle of each band, one more than there are levels.
std::vector<double> band_heights(const MapGround& map, const std::vector<double>& levels) {
    const HeightScale& scale = map.scene.surface().scale;
    std::vector<double> heights;
    double below = 0.0;
    for (const double level : levels) {
        heights.push_back((below + scale.height(level)) / 2);
        below = scale.height(level);
    }
    heights.push_back((below + 1.0) / 2);
    return heights;
}

void draw_hatching(VectorCanvas& canvas, const MapGround& map) {
    const double spacing = map.style.px(11.0F) * map.unit;
    const FigurePoint low{map.unit * map.plot.left, map.unit * map.plot.top};
    const double width = map.unit * map.plot.width, height = map.unit * map.plot.height;
    VectorPath stripes;
    for (double at = 0; at < width + height; at += spacing)
        stripes.polyline(std::array<FigurePoint, 2>{{{low.x + at, low.y}, {low.x + at - height, low.y + height}}},
                         false);
    canvas.stroke(stripes, map.style.px(1.0F) * map.unit, map.style.theme.text.with_alpha(0.14F));
}

/// Runs of a line along which there is room for it.
class RoomFinder {
  public:
    RoomFinder(const MapGround& map, Evaluator& evaluator, double gap, double width)
        : map_(map), evaluator_(evaluator), gap_(gap), width_(std::max(width, 1.0)) {}

    std::vector<LevelLine> roomy(const LevelLine& line) {
        std::vector<LevelLine> runs(1);
        for (const auto& point : line) {
            if (room(point))
                runs.back().push_back(point);
            else if (!runs.back().empty())
                runs.emplace_back();
        }
        std::erase_if(runs, [](const LevelLine& run) { return run.size() < 2; });
        return runs;
    }

  private:
    bool room(const std::array<double, 2>& point) {
        std::array<double, 2> gradient{};
        evaluator_.gradient(point, gradient);
        const MapPlot& plot = map_.plot;
        const double steepness = std::hypot(gradient[0] * plot.window.width() / plot.width,
                                            gradient[1] * plot.window.height() / plot.height);
        return !(gap_ / steepness < least_room * width_);
    }

    const MapGround& map_;
    Evaluator& evaluator_;
    double gap_, width_;  ///< to the next level that counts; pixels
};

/// How far it is from a level to its neighbours among those that are drawn as strongly.
double gap_at(const std::vector<double>& levels, std::size_t level, bool strong) {
    double gap = INFINITY;
    if (level > 0) gap = std::min(gap, levels[level] - levels[level - 1]);
    if (level + 1 < levels.size()) gap = std::min(gap, levels[level + 1] - levels[level]);
    return strong ? 3 * gap : gap;
}

}  // namespace

void draw_bands(VectorCanvas& canvas, const MapGround& map) {
    const SurfaceGrid& grid = map.scene.map().grid;
    if (grid.columns < 2 || grid.rows < 2) return;
    draw_hatching(canvas, map);
    const Ringed ring = ringed(grid);
    const auto evaluator = map.scene.landscape().landscape->evaluator();
    const std::vector<double> levels = band_levels(map), heights = band_heights(map, levels);
    canvas.fill(region_above(map, ring, *evaluator, outside / 2), color_at(map, heights.front()));
    for (std::size_t i = 0; i < levels.size(); ++i)
        canvas.fill(region_above(map, ring, *evaluator, levels[i]), color_at(map, heights[i + 1]));
}

void draw_level_lines(VectorCanvas& canvas, const MapGround& map) {
    const MapPart& part = map.scene.map();
    if (part.grid.columns < 2 || part.grid.rows < 2) return;
    const auto evaluator = map.scene.landscape().landscape->evaluator();
    const auto value = [&](double x, double y) {
        const std::array point{x, y};
        return evaluator->value(point);
    };
    const std::vector<bool> strong = strong_levels(part.levels);
    for (std::size_t i = 0; i < part.levels.size(); ++i) {
        const double level = part.levels[i];
        const float width = map.style.px(strong[i] ? strong_line_width : line_width);
        RoomFinder finder(map, *evaluator, gap_at(part.levels, i, strong[i]), width);
        VectorPath path;
        for (const LevelLine& line :
             level_lines(part.grid.box, part.grid.columns, part.grid.rows, part.grid.values, level, value, halvings)) {
            for (const LevelLine& run : finder.roomy(line)) {
                const bool closed = run.size() == line.size() && run.front() == run.back();
                path.polyline(on_paper(map, run), closed);
            }
        }
        const Color shade = rgb(0x000000).with_alpha(strong[i] ? 0.55F : 0.41F);
        const bool colored = map.ground == FigureGround::lines;
        canvas.stroke(path, map.unit * width, colored ? color_at(map, map.scene.surface().scale.height(level)) : shade);
    }
}

void draw_domain_edge(VectorCanvas& canvas, const MapGround& map) {
    const Box &domain = map.scene.landscape().domain, &window = map.plot.window;
    const FigurePoint upper_left = on_paper(map, domain.x0, domain.y1),
                      lower_right = on_paper(map, domain.x1, domain.y0);
    VectorPath edge;
    edge.rectangle(upper_left, lower_right);
    if (window.x0 < domain.x0 || window.x1 > domain.x1 || window.y0 < domain.y0 || window.y1 > domain.y1) {
        VectorPath beyond = edge;
        beyond.rectangle(on_paper(map, window.x0, window.y1), on_paper(map, window.x1, window.y0));
        canvas.fill(beyond, map.style.theme.background.with_alpha(0.85F));
    }
    canvas.stroke(edge, map.unit * map.style.px(1.5F), map.style.theme.text.with_alpha(0.7F));
}

void draw_veil(VectorCanvas& canvas, const MapGround& map, const Veil& veil) {
    const MapPlot& plot = map.plot;
    VectorPath dark;
    dark.rectangle(on_paper(map, plot.window.x0, plot.window.y1), on_paper(map, plot.window.x1, plot.window.y0));
    dark.ellipse(on_paper(map, veil.x, veil.y), map.unit * veil.radius_x * plot.width / plot.window.width(),
                 map.unit * veil.radius_y * plot.height / plot.window.height());
    const Color& ground = map.style.theme.background;
    canvas.fill(dark, {0.75F * ground.r, 0.75F * ground.g, 0.75F * ground.b, 1});
}

void draw_color_bar(VectorCanvas& canvas, const MapGround& map) {
    const ColorBar bar = color_bar_of(map.plot, map.style.scale);
    if (bar.right <= bar.left) return;
    const std::vector<double> levels = band_levels(map), heights = band_heights(map, levels);
    const double left = map.unit * bar.left, right = map.unit * bar.right, top = map.unit * bar.top;
    const double bottom = map.unit * bar.bottom;
    // From below, each band over the rest: no seams.
    for (std::size_t i = 0; i < heights.size(); ++i) {
        const double from = i == 0 ? 0.0 : map.scene.surface().scale.height(levels[i - 1]);
        VectorPath band;
        band.rectangle({left, top}, {right, std::lerp(bottom, top, from)});
        canvas.fill(band, color_at(map, heights[i]));
    }
}

}  // namespace thalweg
