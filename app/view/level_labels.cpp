#include "app/view/level_labels.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "app/scene/number_format.h"
#include "app/view/level_table.h"

namespace thalweg {
namespace {

constexpr float text_size = 11.0F;
/// About the width of a digit, as a share of the text's size.
constexpr float digit_width = 0.6F;
/// Design pixels: between labels, of two lines that leave room for one, from the plot's edge.
constexpr double apart = 110.0, room = 16.0, from_edge = 14.0;
/// Lines steeper than this (tangent of the angle) carry no text.
constexpr double steepest = 0.6;
constexpr int most_labels = 16, most_of_a_level = 2;
/// What a common line's label must be better by than a strong line's.
constexpr double weaker = 0.5;

struct Candidate {
    double x, y;   ///< pixels
    double score;  ///< the less the better
    std::size_t level;
};

float box_half_width(const std::string& text) {
    return 0.5F * text_size * digit_width * static_cast<float>(text.size());
}

/// Where the line of one level crosses the columns of the grid, with room around and running about level.
void find_crossings(const SurfaceGrid& grid, const std::vector<double>& levels, std::size_t level, const MapPlot& plot,
                    double scale, std::vector<Candidate>& found) {
    const double value = levels[level];
    double gap = INFINITY;
    if (level > 0) gap = std::min(gap, value - levels[level - 1]);
    if (level + 1 < levels.size()) gap = std::min(gap, levels[level + 1] - value);
    const double cell_x = grid.box.width() / (grid.columns - 1), cell_y = grid.box.height() / (grid.rows - 1);
    const double pixels_x = cell_x * plot.width / plot.window.width();
    const double pixels_y = cell_y * plot.height / plot.window.height();
    const auto at = [&](int column, int row) {
        return grid.values[static_cast<std::size_t>(row) * static_cast<std::size_t>(grid.columns) +
                           static_cast<std::size_t>(column)];
    };
    for (int column = 1; column + 1 < grid.columns; column += 2) {
        for (int row = 0; row + 1 < grid.rows; ++row) {
            const double below = at(column, row), above = at(column, row + 1);
            if (!((below < value) != (above < value))) continue;
            const double up = (above - below) / pixels_y;
            const double across = (at(column + 1, row) - at(column - 1, row)) / (2 * pixels_x);
            const double slope = std::abs(across / up);
            const double spacing = gap / std::hypot(across, up);
            if (!(slope < steepest) || !(spacing > room * scale)) continue;
            const double y = grid.box.y0 + cell_y * (row + (value - below) / (above - below));
            const PixelPoint pixel = plot.pixel(grid.box.x0 + cell_x * column, y);
            found.push_back({.x = pixel.x,
                             .y = pixel.y,
                             .score = slope - 0.002 * std::min(spacing / scale, 100.0),
                             .level = level});
        }
    }
}

}  // namespace

std::vector<Label> level_labels(const Scene& scene, const MapPlot& plot, const InkStyle& style, Colormap map) {
    const MapPart& part = scene.map();
    if (part.grid.columns < 3 || plot.bare) return {};
    const std::vector<bool> strong = strong_levels(part.levels);
    std::vector<Candidate> candidates;
    for (std::size_t level = 0; level < part.levels.size(); ++level) {
        const std::size_t first = candidates.size();
        find_crossings(part.grid, part.levels, level, plot, style.scale, candidates);
        if (strong[level]) continue;
        for (std::size_t i = first; i < candidates.size(); ++i) candidates[i].score += weaker;
    }
    std::ranges::sort(candidates, [](const Candidate& a, const Candidate& b) { return a.score < b.score; });

    std::vector<Label> labels;
    std::vector<int> of_level(part.levels.size());
    const PixelPoint low = plot.pixel(scene.landscape().domain.x0, scene.landscape().domain.y0);
    const PixelPoint high = plot.pixel(scene.landscape().domain.x1, scene.landscape().domain.y1);
    const double right_end = std::min(plot.left + plot.width, high.x), left_end = std::max(plot.left, low.x);
    const double top_end = std::max(plot.top, high.y), bottom_end = std::min(plot.top + plot.height, low.y);
    for (const Candidate& candidate : candidates) {
        if (labels.size() >= most_labels) break;
        const std::string text = format_number(part.levels[candidate.level]);
        const double side = (from_edge + static_cast<double>(box_half_width(text))) * style.scale;
        const bool inside = candidate.x > left_end + side && candidate.x < right_end - side &&
                            candidate.y > top_end + from_edge * style.scale &&
                            candidate.y < bottom_end - from_edge * style.scale;
        const bool crowded = std::ranges::any_of(labels, [&](const Label& other) {
            return std::hypot(candidate.x - static_cast<double>(other.x), candidate.y - static_cast<double>(other.y)) <
                   apart * style.scale;
        });
        if (!inside || crowded || of_level[candidate.level] >= most_of_a_level) continue;
        ++of_level[candidate.level];
        const double height = std::clamp(scene.surface().scale.height(part.levels[candidate.level]), 0.0, 1.0);
        const Color ground = colormap(map)[static_cast<std::size_t>(std::lround(255 * height))];
        const bool bright = 0.3F * ground.r + 0.59F * ground.g + 0.11F * ground.b > 0.38F;
        labels.push_back({.text = text,
                          .x = static_cast<float>(candidate.x),
                          .y = static_cast<float>(candidate.y),
                          .anchor_x = 0.5F,
                          .anchor_y = 0.5F,
                          .size = text_size,
                          .color = bright ? mark_outline : rgb(0xECEEF1),
                          .halo = ground});
    }
    return labels;
}

std::vector<Label> clear_labels(std::span<const Label> labels, std::span<const InkPoint> taken, float scale) {
    std::vector<Label> clear;
    for (const Label& label : labels) {
        const float half_width = (box_half_width(label.text) + 5.0F) * scale, half_height = 11.0F * scale;
        const bool covered = std::ranges::any_of(taken, [&](const InkPoint& point) {
            return std::abs(point.x - label.x) < half_width && std::abs(point.y - label.y) < half_height;
        });
        if (!covered) clear.push_back(label);
    }
    return clear;
}

}  // namespace thalweg
