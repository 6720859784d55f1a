#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "app/lenses/key.h"
#include "app/lenses/lens.h"
#include "app/lenses/lens_ink.h"
#include "app/lenses/lens_panel.h"
#include "app/lenses/surface_line.h"
#include "app/panels/plot.h"
#include "app/panels/selection.h"
#include "app/panels/widgets.h"
#include "app/scene/contrast.h"
#include "app/scene/curve.h"
#include "app/scene/number_format.h"
#include "app/scene/run_titles.h"
#include "app/view/world.h"
#include "core/calculus/section.h"
#include "core/calculus/taylor.h"

namespace thalweg {
namespace {

/// The way shown goes a little beyond its ends.
constexpr double before = -0.15, beyond = 1.15;
constexpr int way_points = 131;

/// How f changes along a displacement Δ: as the plane says, as the quadratic model says, and truly.
class PredictionLens final : public Lens {
  public:
    void update(const LensSubject& subject) override;
    void draw(Ink& ink, std::vector<Label>& labels, const Placement& placement, const InkStyle& style) const override;
    void draw_panel(Panel& panel) override;

  private:
    struct Inputs {
        std::uint64_t landscape = 0, surface = 0;
        std::array<double, 2> point = {}, arm = {};
        bool operator==(const Inputs&) const = default;
    };

    void draw_bars(const Panel& panel) const;
    void draw_way(const Panel& panel) const;
    void draw_step_button(Panel& panel) const;
    void draw_marks(Ink& ink, const Placement& placement, const InkStyle& style) const;
    /// f as the models have it after a share t of the way.
    double plane(double t) const { return model_.value + t * prediction_.first_order; }
    double parabola(double t) const { return plane(t) + t * t * (prediction_.second_order - prediction_.first_order); }

    Inputs made_from_;
    TaylorModel model_;
    Prediction prediction_;
    Section way_;         ///< f over the share of the way
    bool curve_ = false;  ///< of one variable: Δ is a number
    HeightScale scale_;
};

void PredictionLens::update(const LensSubject& subject) {
    const LandscapePart& part = subject.scene.landscape();
    if (!part.landscape) return;
    const Study& study = subject.session.study;
    const double dy = is_curve(part) ? 0.0 : study.dy;
    const Inputs inputs{part.revision, subject.scene.surface().revision, subject.point, {study.dx, dy}};
    if (inputs == made_from_) return;
    made_from_ = inputs;
    scale_ = subject.scene.surface().scale;
    curve_ = is_curve(part);
    model_ = taylor_model(*part.evaluator, inputs.point);
    prediction_ = predict(*part.evaluator, inputs.point, inputs.arm);
    way_ = section(*part.evaluator, inputs.point, inputs.arm, before, beyond, way_points);
    changed();
}

void PredictionLens::draw(Ink& ink, std::vector<Label>& labels, const Placement& placement,
                          const InkStyle& style) const {
    if (!obstacle(model_).empty()) return;
    const auto& p = made_from_.point;
    const auto& d = made_from_.arm;
    const Spot foot{p[0], p[1], surface_z(scale_, model_.value)};
    const Spot tip{p[0] + d[0], p[1] + d[1], surface_z(scale_, model_.value + prediction_.actual)};
    const auto raised = [&](Spot spot) {
        if (std::isfinite(spot.z)) spot.z = placement.raised(spot);
        return spot;
    };
    if (placement.has_depth()) {
        std::vector<Spot> truth;
        for (std::size_t i = 0; i < way_.t.size(); ++i) {
            const double t = way_.t[i];
            if (t >= 0 && t <= 1) truth.push_back({p[0] + t * d[0], p[1] + t * d[1], surface_z(scale_, way_.f[i])});
        }
        draw_lines(ink, std::span(&truth, 1), mark_fill, placement, style, 2.0F);
        stroke_in_space(ink, placement, style,
                        spots_along(p, d, 0, 1, [&](double t) { return model_z(scale_, plane(t)); }), first_order_color,
                        2.4F);
        stroke_in_space(ink, placement, style,
                        spots_along(p, d, 0, 1, [&](double t) { return model_z(scale_, parabola(t)); }),
                        second_order_color, 2.4F);
        draw_marks(ink, placement, style);
    } else {
        arrow_between(ink, placement, style, raised(foot), {tip.x, tip.y, 0}, style.theme.accent, 3.2F);
    }
    label_at(labels, placement, style, raised(tip), "Δ");
}

/// Where plane, parabola and truth end, over each other.
void PredictionLens::draw_marks(Ink& ink, const Placement& placement, const InkStyle& style) const {
    const auto& p = made_from_.point;
    const auto& d = made_from_.arm;
    const std::array ends = {model_z(scale_, plane(1)), model_z(scale_, parabola(1)),
                             surface_z(scale_, model_.value + prediction_.actual)};
    std::vector<Spot> stem;
    for (const double z : ends) stem.push_back({p[0] + d[0], p[1] + d[1], z});
    std::ranges::sort(stem, {}, &Spot::z);
    stroke_in_space(ink, placement, style, stem, mark_fill.with_alpha(0.7F), 1.2F);
    const auto mark = [&](double z, InkShape shape, const Color& color, float radius) {
        if (const auto place = placement.point({p[0] + d[0], p[1] + d[1], z}))
            ink.glyph(*place, shape, style.px(radius), color, mark_outline, style.px(1.5F));
    };
    mark(ends[2], InkShape::disc, mark_fill, 10);
    mark(ends[0], InkShape::square, first_order_color, 6);
    mark(ends[1], InkShape::diamond, second_order_color, 6.5F);
}

/// So many decimals that the largest of the numbers has about four digits.
int decimals_for(double largest) {
    if (!(largest > 0) || !std::isfinite(largest)) return 2;
    return std::clamp(3 - static_cast<int>(std::floor(std::log10(largest))), 0, 9);
}

void PredictionLens::draw_bars(const Panel& panel) const {
    struct Row {
        std::string_view name;
        double value, error;
        Color color;
    };
    const Row rows[] = {
        {curve_ ? "f′·Δ" : "∇f·Δ", prediction_.first_order, prediction_.first_error(), first_order_color},
        {curve_ ? "f′·Δ + ½f″·Δ²" : "∇f·Δ + ½ΔᵀHΔ", prediction_.second_order, prediction_.second_error(),
         second_order_color},
        {"true Δf", prediction_.actual, 0, panel.colors.text},
    };
    double low = 0, high = 0;
    for (const Row& row : rows) {
        if (!std::isfinite(row.value)) continue;
        low = std::min(low, row.value);
        high = std::max(high, row.value);
    }
    const int decimals = decimals_for(std::max(-low, high));
    ImFont* const font = panel.fonts.caption;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float width = ImGui::GetContentRegionAvail().x;
    const auto share = [&](double value) {
        return high > low ? static_cast<float>((value - low) / (high - low)) * width : 0.0F;
    };
    for (const Row& row : rows) {
        const ImVec2 corner = ImGui::GetCursorScreenPos();
        const auto right_aligned = [&](float right, const std::string& words, const Color& color) {
            write(list, font, {corner.x + right - text_width(font, words), corner.y}, pack(color), words);
        };
        write(list, font, corner, pack(panel.colors.text), row.name);
        right_aligned(panel.px(178), format_fixed(row.value, decimals), panel.colors.text);
        const bool truth = &row == &rows[2];
        if (!truth)
            right_aligned(width, fmt::format("error {}", format_fixed(row.error, decimals)), panel.colors.quiet_text);
        if (std::isfinite(row.value)) {
            const float y = corner.y + font->FontSize + panel.px(4), zero = share(0), end = share(row.value);
            list.AddRectFilled({corner.x + std::min(zero, end), y},
                               {corner.x + std::max(std::max(zero, end), std::min(zero, end) + 1), y + panel.px(7)},
                               pack(told_from(row.color, panel.colors.panel)), panel.px(2));
            list.AddRectFilled({corner.x + zero, y - panel.px(2)}, {corner.x + zero + 1, y + panel.px(9)},
                               pack(panel.colors.quiet_text));
        }
        ImGui::Dummy({width, font->FontSize + panel.px(17)});
    }
}

void PredictionLens::draw_way(const Panel& panel) const {
    std::vector<double> line, curve;
    double low = model_.value, high = model_.value;
    const auto include = [&](double value) {
        if (!std::isfinite(value)) return;
        low = std::min(low, value);
        high = std::max(high, value);
    };
    for (std::size_t i = 0; i < way_.t.size(); ++i) {
        line.push_back(plane(way_.t[i]));
        curve.push_back(parabola(way_.t[i]));
        if (way_.t[i] < 0 || way_.t[i] > 1) continue;
        for (const double value : {way_.f[i], line.back(), curve.back()}) include(value);
    }
    const Plot plot(panel, "way", panel.px(168), {before, beyond, false}, fit_axis(low, high, 0, false),
                    "share of the way Δ", curve_ ? "f on the way from x to x + Δ" : "f on the way from p to p + Δ");
    plot.vertical(0, panel.colors.line);
    plot.vertical(1, panel.colors.line);
    plot.curve(way_.t, way_.f, panel.colors.text, 2.4F);
    plot.curve(way_.t, line, first_order_color, 2);
    plot.curve(way_.t, curve, second_order_color, 2);
    plot.mark(0, model_.value, Marker::disc, panel.colors.accent);
    plot.mark(1, model_.value + prediction_.actual, Marker::disc, panel.colors.text, 6);
    plot.mark(1, plane(1), Marker::square, first_order_color);
    plot.mark(1, parabola(1), Marker::diamond, second_order_color);
    const Key keys[] = {
        {panel.colors.text, "f"}, {first_order_color, curve_ ? "tangent" : "plane"}, {second_order_color, "parabola"}};
    draw_keys(panel, keys);
}

/// Makes Δ the step that the selected optimizer is about to take.
void PredictionLens::draw_step_button(Panel& panel) const {
    const Path* const path = selected_path(panel.session, panel.scene, panel.state);
    if (path == nullptr) return;
    const int row = row_shown(panel.session, path->trajectory);
    const bool last = row + 1 >= path->trajectory.rows();
    const std::string who = run_title(panel.session, path->optimizer);
    if (text_button(panel, fmt::format("Δ = next step of {}", who).c_str(), !last)) {
        const auto from = path->trajectory.position(row), to = path->trajectory.position(row + 1);
        Study& study = panel.session.study;
        study.pinned = false;
        study.dx = to[0] - from[0];
        study.dy = to[1] - from[1];
    }
    tooltip(panel, "Looks at where the optimizer is, and at the step that it takes from there");
}

void PredictionLens::draw_panel(Panel& panel) {
    const CloseRows close(panel);
    const auto& p = made_from_.point;
    const auto& d = made_from_.arm;
    const auto words = [&](const std::array<double, 2>& v) {
        return curve_ ? format_number(v[0]) : fmt::format("({}, {})", format_number(v[0]), format_number(v[1]));
    };
    value_row(panel, curve_ ? "from x" : "from p", words(p), 46);
    value_row(panel, "Δ", words(d), 46);
    gap(panel, 3);
    ImFont* const font = panel.fonts.caption;
    if (const std::string why = obstacle(model_); !why.empty()) {
        paragraph(panel, why, Tone::error, font);
        return draw_step_button(panel);
    }
    draw_bars(panel);
    if (!std::isfinite(prediction_.actual))
        paragraph(panel, "At the end of Δ f is not defined, so that nothing can be compared.", Tone::error, font);
    draw_way(panel);
    gap(panel, 3);
    draw_step_button(panel);
    paragraph(panel,
              fmt::format("Halve Δ: the {}'s error falls to about a quarter, the parabola's to an eighth. Where f is "
                          "quadratic, the parabola is exact.",
                          curve_ ? "tangent" : "plane"),
              Tone::quiet, font);
    if (!curve_) draw_scale_note(panel, scale_.kind);
}

}  // namespace

std::unique_ptr<Lens> make_prediction_lens() {
    return std::make_unique<PredictionLens>();
}

}  // namespace thalweg
