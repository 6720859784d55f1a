#include "core/calculus/secant.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "app/lenses/lens.h"
#include "app/lenses/lens_panel.h"
#include "app/panels/plot.h"
#include "app/panels/tables.h"
#include "app/scene/curve.h"
#include "app/scene/number_format.h"
#include "app/view/curve_placement.h"
#include "app/view/world.h"

namespace thalweg {
namespace {

constexpr Color secant_color = rgb(0xFF9F43), tangent_color = rgb(0x7DD3FC);
constexpr int table_rows = 5;
/// Points of a line: on a logarithmic scale of heights it is bent.
constexpr int line_points = 97;
/// Slopes of the chart, to each side of h = 0.
constexpr int chart_points = 60;
/// A line is drawn as long as it is not farther above or below the surface than a share of its height.
constexpr double off_surface = 0.35;

/// The slope between P and Q = P + arm, and the derivative at P that it becomes when Q is dragged to P.
class SecantLens final : public Lens {
  public:
    void update(const LensSubject& subject) override;
    void draw(Ink& ink, std::vector<Label>& labels, const Placement& placement, const InkStyle& style) const override;
    void draw_panel(Panel& panel) override;

  private:
    struct Inputs {
        std::uint64_t landscape = 0, surface = 0;
        std::array<double, 2> point = {};
        double dx = 0.0, dy = 0.0;
        bool operator==(const Inputs&) const = default;
    };

    void compute(const LensSubject& subject);
    double x(double run) const { return inputs_.point[0] + run * direction_[0]; }
    double y(double run) const { return inputs_.point[1] + run * direction_[1]; }
    std::vector<Spot> line(const Placement& placement, double slope) const;
    void draw_line(Ink& ink, const Placement& placement, const InkStyle& style, double slope, const Color& color,
                   float width) const;
    void draw_legs(Ink& ink, const Placement& placement, const InkStyle& style) const;
    void draw_numbers(const Panel& panel) const;
    void draw_shrinking(const Panel& panel) const;
    void draw_chart(const Panel& panel) const;

    Inputs inputs_;
    bool curve_ = false;
    Box domain_;
    HeightScale scale_;
    std::array<double, 2> direction_ = {1.0, 0.0};
    Secant secant_;
    std::vector<Secant> shrinking_;
    std::vector<double> chart_runs_, chart_slopes_;
};

void SecantLens::update(const LensSubject& subject) {
    const LandscapePart& part = subject.scene.landscape();
    const Study& study = subject.session.study;
    if (!part.landscape) return;
    const Inputs inputs{part.revision, subject.scene.surface().revision, subject.point, study.dx, study.dy};
    if (inputs == inputs_) return;
    inputs_ = inputs;
    compute(subject);
    changed();
}

void SecantLens::compute(const LensSubject& subject) {
    const LandscapePart& part = subject.scene.landscape();
    curve_ = is_curve(part);
    domain_ = part.domain;
    scale_ = subject.scene.surface().scale;
    const double length = std::hypot(inputs_.dx, inputs_.dy);
    const double run = curve_ ? inputs_.dx : length;
    direction_ =
        curve_ || !(length > 0.0) ? std::array{1.0, 0.0} : std::array{inputs_.dx / length, inputs_.dy / length};
    Evaluator& f = *part.evaluator;
    secant_ = secant(f, inputs_.point, direction_, run);
    shrinking_ = shrinking_secants(f, inputs_.point, direction_, run, table_rows);
    const double reach = 1.3 * std::abs(run);
    chart_runs_.clear();
    chart_slopes_.clear();
    for (int i = -chart_points; i <= chart_points && reach > 0.0; ++i) {
        if (i == 0) continue;
        const double h = reach * i / chart_points;
        chart_runs_.push_back(h);
        chart_slopes_.push_back(secant(f, inputs_.point, direction_, h).slope);
    }
}

std::vector<Spot> SecantLens::line(const Placement& placement, double slope) const {
    const double size = std::max(domain_.width(), curve_ ? 0.0 : domain_.height());
    std::vector<Spot> spots;
    for (int i = 0; i < line_points; ++i) {
        const double run = size * 1.5 * (2.0 * i / (line_points - 1) - 1.0);
        const double z = line_z(scale_, secant_.from + slope * run);
        const bool near = z >= -off_surface * world_height && z <= (1.0 + off_surface) * world_height;
        const bool inside = domain_.contains(x(run), y(run));
        if (curve_ || (near && inside) || (inside && !placement.has_depth())) spots.push_back({x(run), y(run), z});
    }
    return spots;
}

void SecantLens::draw_line(Ink& ink, const Placement& placement, const InkStyle& style, double slope,
                           const Color& color, float width) const {
    if (!std::isfinite(slope)) return;
    std::vector<Polyline> lines;
    placement.path(line(placement, slope), lines);
    for (const Polyline& polyline : lines)
        ink.polyline(polyline, style.px(width + 2.4F), mark_outline.with_alpha(0.6F));
    for (const Polyline& polyline : lines) ink.polyline(polyline, style.px(width), color);
}

/// Δx and Δf, as the triangle below or above the secant.
void SecantLens::draw_legs(Ink& ink, const Placement& placement, const InkStyle& style) const {
    const Spot p{x(0), y(0), line_z(scale_, secant_.from)},
        q{x(secant_.run), y(secant_.run), line_z(scale_, secant_.to)};
    std::vector<Polyline> lines;
    placement.path(std::array{p, Spot{q.x, q.y, p.z}, q}, lines);
    for (const Polyline& polyline : lines) ink.polyline(polyline, style.px(3.4F), mark_outline.with_alpha(0.5F));
    for (const Polyline& polyline : lines) ink.polyline(polyline, style.px(1.6F), mark_fill);
}

Label label_beside(const std::string& words, const InkPoint& at, const InkStyle& style, float right, float up,
                   const Color& color) {
    return {.text = words,
            .x = at.x + style.px(right),
            .y = at.y - style.px(up),
            .anchor_x = right < 0 ? 1.0F : 0.0F,
            .anchor_y = up > 0 ? 1.0F : 0.0F,
            .size = 16.0F,
            .color = color,
            .halo = style.theme.background};
}

void SecantLens::draw(Ink& ink, std::vector<Label>& labels, const Placement& placement, const InkStyle& style) const {
    const bool two_points = std::isfinite(secant_.slope);
    draw_line(ink, placement, style, secant_.tangent, tangent_color, 2.2F);
    if (two_points) {
        draw_legs(ink, placement, style);
        draw_line(ink, placement, style, secant_.slope, secant_color, 3.0F);
    }
    if (!style.words || !std::isfinite(secant_.from)) return;
    const bool forward = secant_.run > 0.0;
    if (const auto p = placement.point({x(0), y(0), line_z(scale_, secant_.from)}))
        labels.push_back(label_beside("P", *p, style, forward ? -12.0F : 12.0F, 10.0F, style.theme.text));
    if (!two_points) return;
    if (const auto q = placement.point({x(secant_.run), y(secant_.run), line_z(scale_, secant_.to)}))
        labels.push_back(label_beside("Q", *q, style, forward ? 12.0F : -12.0F, 10.0F, style.theme.text));
}

/// A number behind a minus sign.
std::string as_term(double value) {
    const std::string words = format_number(value);
    return value < 0 ? "(" + words + ")" : words;
}

void SecantLens::draw_numbers(const Panel& panel) const {
    const bool several = !curve_;
    const std::string run = several ? "h" : "Δx";
    text(panel, fmt::format("Secant   {}", format_number(secant_.slope, 5)), Tone::normal, panel.fonts.title);
    paragraph(panel,
              fmt::format("(f(Q) − f(P)) / {} = ({} − {}) / {}", run, format_number(secant_.to), as_term(secant_.from),
                          format_number(secant_.run)),
              Tone::quiet, panel.fonts.caption);
    gap(panel, 4);
    text(panel, fmt::format("{}   {}", several ? "∇f(P)·d" : "f′(P)", format_number(secant_.tangent, 5)), Tone::accent,
         panel.fonts.title);
    text(panel,
         several ? fmt::format("P = {}, d = {}", format_point(inputs_.point[0], inputs_.point[1], 2),
                               format_point(direction_[0], direction_[1]))
                 : fmt::format("at P = {}: the secant's slope once Q meets P", format_number(inputs_.point[0])),
         Tone::quiet, panel.fonts.caption);
}

void SecantLens::draw_shrinking(const Panel& panel) const {
    const std::string run = curve_ ? "Δx" : "h", limit = curve_ ? "slope − f′(P)" : "slope − ∇f·d";
    const std::array<TableColumn, 3> columns{{{run.c_str(), 1}, {"slope", 1}, {limit.c_str(), 1.2F}}};
    ImFont* const font = panel.fonts.caption;
    const float height = static_cast<float>(table_rows + 1) * (font->FontSize + panel.px(5)) + panel.px(2);
    if (!begin_number_table(panel, "shrinking", columns, height)) return;
    for (const Secant& row : shrinking_) {
        ImGui::TableNextRow();
        for (const double value : {row.run, row.slope, row.error()}) {
            ImGui::TableNextColumn();
            const std::string words = format_number(value, 6);
            const float width = text_width(font, words);
            ImGui::SetCursorPosX(ImGui::GetCursorPosX() + std::max(ImGui::GetContentRegionAvail().x - width, 0.0F));
            text(panel, words, Tone::normal, font);
        }
    }
    ImGui::EndTable();
}

void SecantLens::draw_chart(const Panel& panel) const {
    double low = secant_.tangent, high = secant_.tangent;
    for (const double slope : chart_slopes_) {
        if (!std::isfinite(slope)) continue;
        low = std::isfinite(low) ? std::min(low, slope) : slope;
        high = std::isfinite(high) ? std::max(high, slope) : slope;
    }
    if (chart_runs_.empty() || !std::isfinite(low)) return;
    const double reach = chart_runs_.back();
    const Plot plot(panel, "slopes", panel.px(118), {.low = -reach, .high = reach}, fit_axis(low, high, 0, false),
                    curve_ ? "Δx" : "h", "slope of the secant");
    plot.vertical(0, panel.colors.quiet_text);
    plot.curve(chart_runs_, chart_slopes_, secant_color);
    plot.mark(0, secant_.tangent, Marker::ring, tangent_color, 5);
    if (std::isfinite(secant_.slope)) plot.mark(secant_.run, secant_.slope, Marker::disc, secant_color, 5);
}

void SecantLens::draw_panel(Panel& panel) {
    draw_numbers(panel);
    Study& study = panel.session.study;
    if (text_button(panel, curve_ ? "Halve Δx" : "Halve h")) {
        study.dx /= 2;
        study.dy /= 2;
    }
    ImGui::SameLine();
    if (text_button(panel, "Q on the other side")) {
        study.dx = -study.dx;
        study.dy = -study.dy;
    }
    draw_shrinking(panel);
    draw_chart(panel);
}

}  // namespace

std::unique_ptr<Lens> make_secant_lens() {
    return std::make_unique<SecantLens>();
}

}  // namespace thalweg
