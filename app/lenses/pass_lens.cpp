#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "app/lenses/key.h"
#include "app/lenses/lens.h"
#include "app/lenses/lens_panel.h"
#include "app/lenses/surface_line.h"
#include "app/panels/plot.h"
#include "app/panels/widgets.h"
#include "app/scene/number_format.h"
#include "app/view/world.h"
#include "core/calculus/gradient_flow.h"
#include "core/sampling/grid.h"
#include "core/sampling/level_lines.h"

namespace thalweg {
namespace {

constexpr int nodes = 161;
constexpr Color level_color = rgb(0xFFFFFF);
constexpr std::array way_colors{rgb(0xFF9F43), rgb(0x7DD3FC)};

/// The saddle next to the point that is studied: the level line at its height, and both ways down from it along the
/// unstable eigenvector. What lies on either side of a pass belongs to different valleys.
class PassLens final : public Lens {
  public:
    void update(const LensSubject& subject) override;
    void draw(Ink& ink, std::vector<Label>& labels, const Placement& placement, const InkStyle& style) const override;
    void draw_panel(Panel& panel) override;

  private:
    struct Inputs {
        std::uint64_t landscape = 0, surface = 0;
        Box domain;
        std::optional<std::array<double, 2>> saddle;
        bool operator==(const Inputs&) const = default;
    };
    void draw_profile(const Panel& panel) const;
    void describe_way(const Panel& panel, std::size_t side) const;

    std::optional<Inputs> made_from_;
    std::optional<StationaryPoint> saddle_;
    std::vector<SurfaceLine> level_;
    std::array<FlowLine, 2> ways_;
    std::array<SurfaceLine, 2> drawn_ways_;
};

std::optional<StationaryPoint> nearest_saddle(const StationaryReport& report, const std::array<double, 2>& to,
                                              const Box& domain) {
    std::optional<StationaryPoint> nearest;
    double least = 0;
    for (const StationaryPoint& point : report.points) {
        if (point.kind != StationaryClass::saddle) continue;
        const double distance = std::hypot((point.x - to[0]) / domain.width(), (point.y - to[1]) / domain.height());
        if (!nearest || distance < least) {
            nearest = point;
            least = distance;
        }
    }
    return nearest;
}

void PassLens::update(const LensSubject& subject) {
    const LandscapePart& part = subject.scene.landscape();
    const SurfacePart& surface = subject.scene.surface();
    if (!part.landscape) return;
    const StationaryReport& report = subject.scene.stationary().report;
    const auto saddle = nearest_saddle(report, subject.point, part.domain);
    Inputs inputs{.landscape = part.revision, .surface = surface.revision, .domain = part.domain, .saddle = {}};
    if (saddle) inputs.saddle = {{saddle->x, saddle->y}};
    if (made_from_ == inputs) return;
    made_from_ = inputs;
    saddle_ = saddle;
    level_.clear();
    changed();
    if (!saddle_) return;

    const SurfaceGrid grid = sample_grid(*part.landscape, part.domain, nodes, nodes, Derivatives::without);
    const auto f = [&](double x, double y) { return part.evaluator->value(std::array{x, y}); };
    for (const LevelLine& line : level_lines(part.domain, nodes, nodes, grid.values, saddle_->value, f))
        level_.push_back(on_surface(line, *part.evaluator, surface.scale));

    const double size = std::min(part.domain.width(), part.domain.height());
    const auto& down = saddle_->eigenvectors[0];
    for (std::size_t side = 0; side < 2; ++side) {
        const double beside = (side == 0 ? -1e-3 : 1e-3) * size;
        ways_[side] = flow_line(*part.evaluator, {saddle_->x + beside * down[0], saddle_->y + beside * down[1]},
                                {.step = 2e-3 * size, .smallest = 1e-7 * size, .within = part.domain});
        drawn_ways_[side] = on_surface(ways_[side].points, *part.evaluator, surface.scale);
        drawn_ways_[side].insert(drawn_ways_[side].begin(),
                                 {saddle_->x, saddle_->y, surface_z(surface.scale, saddle_->value)});
    }
}

void PassLens::draw(Ink& ink, std::vector<Label>& labels, const Placement& placement, const InkStyle& style) const {
    if (!saddle_) return;
    draw_lines(ink, level_, level_color, placement, style, 2.0F);
    for (std::size_t side = 0; side < 2; ++side)
        draw_lines(ink, std::span(&drawn_ways_[side], 1), way_colors[side], placement, style, 3.2F);
    if (const auto place = placement.point(drawn_ways_[0].front()); place && style.words)
        labels.push_back({.text = "pass",
                          .x = place->x,
                          .y = place->y - style.px(12),
                          .anchor_y = 1,
                          .size = 13,
                          .color = mark_fill,
                          .halo = mark_outline});
}

/// Height along the way from one valley over the pass to the other.
void PassLens::draw_profile(const Panel& panel) const {
    std::array<std::vector<double>, 2> along, up;
    double low = saddle_->value;
    for (std::size_t side = 0; side < 2; ++side) {
        along[side] = {0};
        up[side] = {saddle_->value};
        for (std::size_t i = 0; i < ways_[side].points.size(); ++i) {
            along[side].push_back((side == 0 ? -1 : 1) * ways_[side].distance[i]);
            up[side].push_back(ways_[side].values[i]);
            low = std::min(low, ways_[side].values[i]);
        }
    }
    const Plot plot(panel, "profile", panel.px(170), fit_axis(along[0].back(), along[1].back(), 0, false),
                    fit_axis(low, saddle_->value, 0, false), "way walked", "f along the two ways down");
    plot.horizontal(saddle_->value, panel.colors.quiet_text);
    for (std::size_t side = 0; side < 2; ++side) plot.curve(along[side], up[side], way_colors[side], 2.5F);
    plot.mark(0, saddle_->value, stationary_marker(StationaryClass::saddle), panel.colors.text, 6);
}

void PassLens::describe_way(const Panel& panel, std::size_t side) const {
    const FlowLine& way = ways_[side];
    const auto& [x, y] = way.points.back();
    const Box& domain = made_from_->domain;
    const StationaryPoint* end = nullptr;
    for (const StationaryPoint& point : panel.scene.stationary().report.points) {
        if (std::hypot(point.x - x, point.y - y) < 0.01 * std::min(domain.width(), domain.height())) end = &point;
    }
    const std::string drop = format_number(saddle_->value - (end != nullptr ? end->value : way.values.back()));
    draw_key(panel, way_colors[side],
             end != nullptr
                 ? fmt::format("down {} to the {} at {}", drop, name(end->kind), format_point(end->x, end->y))
                 : fmt::format("down {}, as far as {}", drop, format_point(x, y)));
}

void PassLens::draw_panel(Panel& panel) {
    if (!saddle_) {
        paragraph(panel,
                  panel.scene.stationary().searching ? "Still searching for saddles …"
                                                     : "No saddle was found in this domain: there is no pass to show.",
                  Tone::quiet, panel.fonts.caption);
        return;
    }
    paragraph(panel,
              "A saddle is a pass: the lowest way over from one valley into the next. The white line is level with it. "
              "Left alone on the pass, a ball may run down either side, along the eigenvector with λ < 0.",
              Tone::quiet, panel.fonts.caption);
    gap(panel, 4);
    paragraph(panel,
              fmt::format("Pass at {}, f = {}", format_point(saddle_->x, saddle_->y), format_number(saddle_->value, 6)),
              Tone::normal, panel.fonts.caption);
    paragraph(panel,
              fmt::format("λ₁ = {}, down along ({}, {})", format_number(saddle_->eigenvalues[0]),
                          format_number(saddle_->eigenvectors[0][0]), format_number(saddle_->eigenvectors[0][1])),
              Tone::normal, panel.fonts.caption);
    paragraph(panel, fmt::format("λ₂ = {}, up across", format_number(saddle_->eigenvalues[1])), Tone::normal,
              panel.fonts.caption);
    gap(panel, 4);
    for (std::size_t side = 0; side < 2; ++side) describe_way(panel, side);
    gap(panel, 8);
    draw_profile(panel);
    paragraph(panel, "Drag the ring near another saddle to see that pass.", Tone::quiet, panel.fonts.caption);
}

}  // namespace

std::unique_ptr<Lens> make_pass_lens() {
    return std::make_unique<PassLens>();
}

}  // namespace thalweg
