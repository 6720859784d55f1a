#include "app/view/map_layer.h"

#include <glad/gl.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <initializer_list>
#include <limits>
#include <utility>
#include <vector>

#include "app/scene/ensemble.h"
#include "app/view/level_table.h"

namespace thalweg {
namespace {

enum Unit : int { field_unit, color_unit, levels_unit, basins_unit };

constexpr float line_width = 1.2F, strong_line_width = 2.0F;

/// Heights beyond what the scale covers, so that level lines can be drawn there too: not clamped.
double open_height(const HeightScale& scale, double f) {
    return scale.kind == HeightScaleKind::clipped ? (f - scale.low) / (scale.high - scale.low) : scale.height(f);
}

void set(const gl::Program& program, const char* name, const Color& color) {
    program.set(name, color.r, color.g, color.b);
}

void set_part(const gl::Program& program, const PicturePart& part) {
    program.set("part", static_cast<float>(part.left), static_cast<float>(part.top), static_cast<float>(part.width),
                static_cast<float>(part.height));
}

/// Undefined samples take the height of a defined neighbour, so that colours run up to the edge of a hole.
void spread_over_edges(std::vector<float>& samples, int columns, int rows) {
    const std::vector<float> before = samples;
    const auto at = [&](int column, int row) {
        return std::size_t{2} *
               (static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column));
    };
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            if (before[at(column, row) + 1] > 0.5F) continue;
            for (int r = std::max(0, row - 1); r <= std::min(rows - 1, row + 1); ++r) {
                for (int c = std::max(0, column - 1); c <= std::min(columns - 1, column + 1); ++c) {
                    if (before[at(c, r) + 1] > 0.5F) samples[at(column, row)] = before[at(c, r)];
                }
            }
        }
    }
}

}  // namespace

MapLayer::MapLayer(const std::filesystem::path& shaders)
    : shaders_(shaders),
      map_(shaders, {"map.vert", "level_lines.frag", "veil.frag", "no_basins.frag", "map.frag"}),
      bar_(shaders, {"map.vert", "color_bar.frag"}),
      empty_(gl::VertexArray::make()) {}

void MapLayer::update(const Scene& scene, Colormap map, float morph) {
    color_map_.update(map);
    basins_.update(scene.ensemble().on_map(), scene.ensemble().nearer_on_map());
    const Inputs inputs{.map = scene.map().revision, .surface = scene.surface().revision};
    if (scene.map().grid.columns < 2) return;
    const bool other = made_from_ != inputs;
    if (other) {
        const bool other_landscape = made_from_ && made_from_->surface != inputs.surface;
        origin_.reset();
        if (morph < 1.0F && other_landscape) origin_ = shown_ ? std::move(*shown_) : std::move(goal_);
        goal_ = heights_of(scene);
        if (origin_ && origin_->samples.size() != goal_.samples.size()) origin_.reset();
        made_from_ = inputs;
    }
    if (other || (origin_ && morph != morph_)) show(scene, morph);
}

void MapLayer::show(const Scene& scene, float morph) {
    morph_ = morph;
    shown_.reset();
    if (morph >= 1.0F) origin_.reset();
    if (origin_) shown_ = between(*origin_, goal_, morph);
    const MapPart& part = scene.map();
    const Heights& heights = shown_ ? *shown_ : goal_;
    field_.upload(part.grid.columns, part.grid.rows, 2, heights.samples);
    levels_.upload(level_table_size, 1, 3, level_table(part.levels, [&](double value) {
                       return (open_height(scene.surface().scale, value) - heights.lowest) / heights.range;
                   }));
}

MapLayer::Heights MapLayer::between(const Heights& from, const Heights& to, float share) {
    Heights result{.samples = std::vector<float>(to.samples.size()), .lowest = std::min(from.lowest, to.lowest)};
    result.range = std::max(from.lowest + from.range, to.lowest + to.range) - result.lowest;
    const auto relative = [&](const Heights& heights, std::size_t i) {
        return (heights.lowest + heights.range * static_cast<double>(heights.samples[i]) - result.lowest) /
               result.range;
    };
    for (std::size_t i = 0; i < result.samples.size(); i += 2) {
        result.samples[i] =
            static_cast<float>(std::lerp(relative(from, i), relative(to, i), static_cast<double>(share)));
        result.samples[i + 1] = std::lerp(from.samples[i + 1], to.samples[i + 1], share);
    }
    return result;
}

MapLayer::Heights MapLayer::heights_of(const Scene& scene) {
    const MapPart& part = scene.map();
    const HeightScale& scale = scene.surface().scale;
    std::vector<double> heights(part.grid.values.size());
    double low = std::numeric_limits<double>::infinity(), high = -low;
    bool holes = false;
    for (std::size_t i = 0; i < heights.size(); ++i) {
        heights[i] = open_height(scale, part.grid.values[i]);
        holes = holes || std::isnan(heights[i]);
        if (!std::isfinite(heights[i])) continue;
        low = std::min(low, heights[i]);
        high = std::max(high, heights[i]);
    }
    // Beyond the last level line and the colour map's end nothing more is to be seen, so the range need not reach
    // there: 32 bits are then enough for the rest.
    double first_level = 0.0, last_level = 1.0;
    if (!part.levels.empty()) {
        first_level = std::min(first_level, open_height(scale, part.levels.front()));
        last_level = std::max(last_level, open_height(scale, part.levels.back()));
    }
    if (!(low < high)) {
        low = std::isfinite(low) ? low - 0.5 : 0.0;
        high = low + 1.0;
    }
    const double lowest = std::max(low, std::min(first_level - 0.02, high - 1e-3 * (high - low)));
    const double range = std::min(high, std::max(last_level + 0.02, lowest + 1e-3 * (high - lowest))) - lowest;

    std::vector<float> samples(heights.size() * 2);
    for (std::size_t i = 0; i < heights.size(); ++i) {
        const bool defined = !std::isnan(heights[i]);
        samples[2 * i] = defined ? static_cast<float>(std::clamp((heights[i] - lowest) / range, -0.01, 1.01)) : 0.0F;
        samples[2 * i + 1] = defined ? 1.0F : 0.0F;
    }
    if (holes) spread_over_edges(samples, part.grid.columns, part.grid.rows);
    return {.samples = std::move(samples), .lowest = lowest, .range = range};
}

const gl::Program& MapLayer::use_program(const Box& window) {
    if (!basins_.shown()) {
        map_.use();
        return map_;
    }
    if (!map_of_basins_)
        map_of_basins_.emplace(shaders_, std::initializer_list<const char*>{"map.vert", "level_lines.frag", "veil.frag",
                                                                            "basins.frag", "map.frag"});
    map_of_basins_->use();
    basins_.set(*map_of_basins_, basins_unit, window);
    return *map_of_basins_;
}

void MapLayer::draw_bar(const ColorBar& bar, const PicturePart& part) {
    if (bar.right <= bar.left) return;
    bar_.use();
    bar_.set("area", bar.left, bar.top, bar.right, bar.bottom);
    set_part(bar_, part);
    bar_.set("color_map", color_unit);
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
}

void MapLayer::draw(const Scene& scene, const MapPlot& plot, const ViewFrame& frame, const InkStyle& style,
                    bool level_lines, const std::optional<Veil>& veil) {
    if (!made_from_) return;
    const PicturePart part = frame.drawn();
    field_.bind(field_unit);
    color_map_.bind(color_unit);
    levels_.bind(levels_unit);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_BLEND);
    glBindVertexArray(empty_.id());
    const gl::Program& map = use_program(plot.window);
    map.set("field", field_unit);
    map.set("color_map", color_unit);
    map.set("levels", levels_unit);
    map.set("level_line_width", style.px(line_width), style.px(strong_line_width));
    map.set("line_strength", level_lines ? 1.0F : 0.0F);
    map.set("pixel_scale", style.scale);
    set_part(map, part);
    map.set("origin", static_cast<float>(part.left), static_cast<float>(frame.height - part.bottom()));
    map.set("area", static_cast<float>(plot.left), static_cast<float>(plot.top),
            static_cast<float>(plot.left + plot.width), static_cast<float>(plot.top + plot.height));
    const Box& window = plot.window;
    const Box& sampled = scene.map().grid.box;
    map.set("field_from_plot", static_cast<float>(window.width() / sampled.width()),
            static_cast<float>(window.height() / sampled.height()),
            static_cast<float>((window.x0 - sampled.x0) / sampled.width()),
            static_cast<float>((window.y0 - sampled.y0) / sampled.height()));
    const Box& domain = scene.landscape().domain;
    const auto share = [](double value, double low, double width_of) {
        return static_cast<float>(std::clamp((value - low) / width_of, -1e6, 1e6));
    };
    map.set("domain_in_plot", share(domain.x0, window.x0, window.width()), share(domain.y0, window.y0, window.height()),
            share(domain.x1, window.x0, window.width()), share(domain.y1, window.y0, window.height()));
    const Heights& heights = shown_ ? *shown_ : goal_;
    map.set("height_from_relative", static_cast<float>(heights.range), static_cast<float>(heights.lowest));
    const VeilUniform dark = veil_over(veil, window);
    map.set("veil", dark.x, dark.y, dark.per_x, dark.per_y);
    set(map, "background", style.theme.background);
    set(map, "edge_color", style.theme.text);
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    // In the dark its colours would tell how low the landscape goes; beside basins they would say nothing.
    if (!veil && !basins_.shown()) draw_bar(color_bar_of(plot, style.scale), part);
}

}  // namespace thalweg
