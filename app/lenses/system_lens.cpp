#include <algorithm>
#include <cmath>
#include <span>
#include <string>

#include "app/lenses/key.h"
#include "app/lenses/lens.h"
#include "app/lenses/lens_ink.h"
#include "app/lenses/lens_panel.h"
#include "app/lenses/surface_line.h"
#include "app/panels/gradient_words.h"
#include "app/panels/widgets.h"
#include "app/scene/curve.h"
#include "app/scene/descended.h"
#include "app/scene/near_zero.h"
#include "app/scene/number_format.h"
#include "app/scene/run_titles.h"
#include "app/scene/typeset.h"
#include "core/sampling/grid.h"
#include "core/sampling/level_lines.h"

namespace thalweg {
namespace {

/// Samples a side; crossings with the grid's lines are exact, so that this only rounds the corners between them.
constexpr int nodes = 161;

/// Where ∂f/∂x = 0 and where ∂f/∂y = 0, as curves; every crossing is a stationary point.
class SystemLens final : public Lens {
  public:
    void update(const LensSubject& subject) override;
    void draw(Ink& ink, std::vector<Label>& labels, const Placement& placement, const InkStyle& style) const override;
    void draw_panel(Panel& panel) override;

  private:
    std::uint64_t landscape_ = 0, surface_ = 0;
    Box domain_;
    bool curve_ = false;
    std::vector<SurfaceLine> x_zero_, y_zero_;
    GradientWords words_;
};

void SystemLens::update(const LensSubject& subject) {
    const LandscapePart& part = subject.scene.landscape();
    const SurfacePart& surface = subject.scene.surface();
    if (!part.landscape) return;
    words_.update(part);
    if (landscape_ == part.revision && surface_ == surface.revision && domain_ == part.domain) return;
    landscape_ = part.revision;
    surface_ = surface.revision;
    domain_ = part.domain;
    curve_ = is_curve(part);
    x_zero_.clear();
    y_zero_.clear();
    changed();
    // Of a curve, where f′ vanishes is points, which are marked anyway.
    if (curve_) return;
    const SurfaceGrid grid = sample_grid(*part.landscape, domain_, nodes, nodes, Derivatives::with);
    const auto curve = [&](std::span<const double> samples, std::size_t coordinate) {
        const auto slope = [&](double x, double y) {
            std::array<double, 2> gradient{};
            part.evaluator->gradient(std::array{x, y}, gradient);
            return gradient[coordinate];
        };
        std::vector<SurfaceLine> lines;
        for (const LevelLine& line : level_lines(domain_, nodes, nodes, samples, 0.0, slope))
            lines.push_back(on_surface(line, *part.evaluator, surface.scale));
        return lines;
    };
    x_zero_ = curve(grid.dx, 0);
    y_zero_ = curve(grid.dy, 1);
}

void SystemLens::draw(Ink& ink, std::vector<Label>&, const Placement& placement, const InkStyle& style) const {
    draw_lines(ink, x_zero_, x_color, placement, style);
    draw_lines(ink, y_zero_, y_color, placement, style);
}

void SystemLens::draw_panel(Panel& panel) {
    const StationaryPart& part = panel.scene.stationary();
    paragraph(panel,
              curve_ ? "A function of one variable has one slope, f′. Where it vanishes the curve is level: these are "
                       "its stationary points, the solutions of one equation in one unknown."
                     : "On one curve f is level along x, on the other along y. Where they cross, both slopes vanish at "
                       "once: these are the stationary points, the solutions of two equations in two unknowns.",
              Tone::quiet, panel.fonts.caption);
    gap(panel, 6);
    if (!curve_) {
        const auto [right, up] = axis_names(panel.scene.landscape());
        draw_key(panel, x_color, "∂f/∂" + right + " = 0");
        draw_key(panel, y_color, "∂f/∂" + up + " = 0");
        gap(panel, 6);
    }
    for (const std::string& line : words_.lines) paragraph(panel, line, Tone::quiet, panel.fonts.caption);
    gap(panel, 6);
    heading(panel, "Solving, beside walking");
    paragraph(panel, typeset(sentence(part.report, panel.scene.landscape().domain)), Tone::normal, panel.fonts.caption);
    tooltip(panel, part.report.assumption);
    for (const Path& path : panel.scene.paths().paths) {
        const Trajectory& run = path.trajectory;
        if (path.start != panel.state.selected_start || run.rows() == 0) continue;
        const auto end = run.position(run.rows() - 1);
        const StationaryPoint* nearest = nullptr;
        double least = 0;
        for (const StationaryPoint& point : part.report.points) {
            const double distance = std::hypot(point.x - end[0], curve_ ? 0.0 : point.y - end[1]);
            if (nearest == nullptr || distance < least) {
                nearest = &point;
                least = distance;
            }
        }
        if (nearest == nullptr || !std::isfinite(least)) continue;
        paragraph(panel,
                  run_title(panel.session, path.optimizer) + ", " + std::to_string(run.rows() - 1) +
                      " steps: " + format_number(least) + " from the " + std::string(name(nearest->kind)) + " at " +
                      (curve_ ? "x = " + format_number(zero_if_tiny(nearest->x, panel.scene.landscape().domain.width()))
                              : format_point(nearest->x, nearest->y)),
                  Tone::quiet, panel.fonts.caption);
    }
}

}  // namespace

std::unique_ptr<Lens> make_system_lens() {
    return std::make_unique<SystemLens>();
}

}  // namespace thalweg
