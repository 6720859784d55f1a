#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "app/lenses/key.h"
#include "app/lenses/lens.h"
#include "app/lenses/lens_ink.h"
#include "app/lenses/lens_panel.h"
#include "app/panels/gradient_words.h"
#include "app/panels/plot.h"
#include "app/panels/widgets.h"
#include "app/scene/descended.h"
#include "app/scene/number_format.h"
#include "app/scene/typeset.h"
#include "core/calculus/gradient_check.h"

namespace thalweg {
namespace {

/// Along which line the derivative is taken.
enum class Line { x, y, ascent };

/// The exact derivative beside difference quotients, as the V that their errors make over h.
class CheckLens final : public Lens {
  public:
    void update(const LensSubject& subject) override;
    void draw(Ink& ink, std::vector<Label>& labels, const Placement& placement, const InkStyle& style) const override;
    void draw_panel(Panel& panel) override;

  private:
    struct Inputs {
        std::uint64_t landscape = 0, surface = 0;
        std::array<double, 2> point = {};
        Line line = Line::x;
        double step = 0;
        bool operator==(const Inputs&) const = default;
    };
    /// Errors over h, and what theory expects of the central ones.
    struct Curves {
        std::vector<double> h, central, forward, truncation, rounding;
        ChartAxis along, up;
    };

    void compute(const LandscapePart& part);
    void make_curves();
    const DifferenceQuotient& shown() const;
    void draw_chart(Panel& panel);
    void draw_numbers(const Panel& panel) const;

    Inputs made_from_;
    Line line_ = Line::x;
    double step_ = 0;  ///< h that is looked at; 0: none was chosen yet
    std::array<double, 2> direction_ = {1, 0};
    GradientCheck check_;
    Curves curves_;
    HeightScale scale_;
    GradientWords words_;
};

void CheckLens::update(const LensSubject& subject) {
    const LandscapePart& part = subject.scene.landscape();
    if (!part.landscape) return;
    words_.update(part);
    // What is chosen at first can be seen in the views, and is no larger than what is drawn.
    if (step_ == 0) step_ = std::min(GradientCheckSettings{}.largest_step, 0.1 * part.domain.width());
    Inputs inputs{part.revision, subject.scene.surface().revision, subject.point, line_, step_};
    if (inputs == made_from_) return;
    made_from_ = inputs;
    scale_ = subject.scene.surface().scale;
    compute(part);
    changed();
}

void CheckLens::compute(const LandscapePart& part) {
    const auto& point = made_from_.point;
    direction_ = {line_ == Line::x ? 1.0 : 0.0, line_ == Line::y ? 1.0 : 0.0};
    if (line_ == Line::ascent) {
        std::array<double, 2> gradient{};
        part.evaluator->gradient(point, gradient);
        const double size = std::hypot(gradient[0], gradient[1]);
        direction_ = {gradient[0] / size, gradient[1] / size};  // NaN where there is none
    }
    check_ = check_gradient(*part.evaluator, point, direction_);
    make_curves();
}

void CheckLens::make_curves() {
    curves_ = {};
    double lowest = 0, highest = 0;
    for (const DifferenceQuotient& quotient : check_.quotients) {
        curves_.h.push_back(quotient.h);
        curves_.central.push_back(quotient.central_error);
        curves_.forward.push_back(quotient.forward_error);
        curves_.truncation.push_back(check_.truncation_error(quotient.h));
        curves_.rounding.push_back(check_.rounding_error(quotient.h));
        for (const double error : {quotient.central_error, quotient.forward_error}) {
            if (!std::isfinite(error)) continue;
            highest = std::max(highest, error);
            if (error > 0 && (lowest == 0 || error < lowest)) lowest = error;
        }
    }
    curves_.along = {.low = check_.quotients.front().h, .high = check_.quotients.back().h, .logarithmic = true};
    curves_.up = lowest > 0 ? fit_axis(lowest, highest, lowest, true) : ChartAxis{1e-16, 1, true};
    // A logarithmic axis has no place for an error of 0, but its foot.
    for (auto* errors : {&curves_.central, &curves_.forward}) {
        for (double& error : *errors) error = std::max(error, curves_.up.low);
    }
}

/// The quotient whose h is nearest to the one looked at.
const DifferenceQuotient& CheckLens::shown() const {
    return *std::ranges::min_element(check_.quotients, {}, [&](const DifferenceQuotient& quotient) {
        return std::abs(std::log(quotient.h / step_));
    });
}

void CheckLens::draw(Ink& ink, std::vector<Label>& labels, const Placement& placement, const InkStyle& style) const {
    if (check_.quotients.empty() || !std::isfinite(check_.exact)) return;
    const double h = shown().h;
    const double f = check_.value, above = f + h * shown().forward, below = above - 2 * h * shown().central;
    const auto& p = made_from_.point;
    const auto spot = [&](double t, double value) {
        return Spot{p[0] + t * direction_[0], p[1] + t * direction_[1], model_z(scale_, value)};
    };
    const Spot ends[] = {spot(-h, below), spot(h, above)};
    const auto first = placement.point(ends[0]), last = placement.point(ends[1]);
    if (!first || !last || std::hypot(last->x - first->x, last->y - first->y) < style.px(10)) return;
    const auto line = [&](double slope, double middle) {
        return spots_along(p, direction_, -h, h, [&](double t) { return model_z(scale_, middle + t * slope); });
    };
    if (placement.has_depth()) stroke_in_space(ink, placement, style, line(check_.exact, f), mark_fill, 2.2F);
    stroke_in_space(ink, placement, style, line(shown().central, (above + below) / 2), second_order_color, 2.6F);
    for (const auto& end : {first, last})
        ink.glyph(*end, InkShape::disc, style.px(5.5F), second_order_color, mark_outline, style.px(1.5F));
    const bool rightwards = last->x >= first->x;
    label_at(labels, placement, style, ends[1], "+h", rightwards ? Side::right : Side::left);
    label_at(labels, placement, style, ends[0], "−h", rightwards ? Side::left : Side::right);
}

void CheckLens::draw_chart(Panel& panel) {
    const Plot plot(panel, "errors", panel.px(168), curves_.along, curves_.up, "h", "error of the difference quotient");
    const Color faint = panel.colors.quiet_text.with_alpha(0.6F);
    plot.curve(curves_.h, curves_.truncation, faint, 1.2F);
    plot.curve(curves_.h, curves_.rounding, faint, 1.2F);
    plot.curve(curves_.h, curves_.forward, first_order_color, 1.6F);
    plot.curve(curves_.h, curves_.central, second_order_color, 2.2F);
    plot.vertical(shown().h, panel.colors.accent);
    if (check_.best_central) {
        const DifferenceQuotient& best = check_.quotients[*check_.best_central];
        const double error = std::max(best.central_error, curves_.up.low);
        plot.mark(best.h, error, Marker::disc, second_order_color);
        plot.note(best.h, error, "best", panel.colors.text);
    }
    if (plot.held()) step_ = *plot.held();
    const Key keys[] = {{second_order_color, "central"}, {first_order_color, "forward"}, {faint, "theory, central"}};
    draw_keys(panel, keys);
}

void CheckLens::draw_numbers(const Panel& panel) const {
    const DifferenceQuotient& here = shown();
    ImFont* const font = panel.fonts.caption;
    const float left = ImGui::GetCursorPosX();
    const auto row = [&](std::string_view name, const std::string& value, const std::string& error) {
        text(panel, name, Tone::quiet, font);
        ImGui::SameLine(left + panel.px(62));
        text(panel, value, Tone::normal, font);
        ImGui::SameLine(left + panel.px(196));
        text(panel, error, Tone::normal, font);
    };
    row("exact", format_number(check_.exact, 10), fmt::format("h = {}", format_number(here.h, 3)));
    row("central", format_number(here.central, 10), fmt::format("error {}", format_number(here.central_error, 2)));
    row("forward", format_number(here.forward, 10), fmt::format("error {}", format_number(here.forward_error, 2)));
}

void CheckLens::draw_panel(Panel& panel) {
    const CloseRows close(panel);
    const auto [right, up] = axis_names(panel.scene.landscape());
    const std::string along_right = "∂f/∂" + right, along_up = "∂f/∂" + up;
    const std::string_view names[] = {along_right, along_up, "steepest ascent"};
    int chosen = static_cast<int>(line_);
    if (segmented(panel, "line", names, chosen)) line_ = static_cast<Line>(chosen);
    if (check_.quotients.empty()) return;
    gap(panel, 2);
    ImFont* const font = panel.fonts.caption;
    const auto index = static_cast<std::size_t>(line_);
    if (line_ == Line::ascent) {
        paragraph(panel, "The slope along ∇f, which is its length ‖∇f‖", Tone::normal, font);
    } else if (index < words_.lines.size()) {
        paragraph(panel, words_.lines[index], Tone::normal, font);
    }
    if (std::isnan(check_.exact)) {
        const bool level = line_ == Line::ascent && std::isfinite(check_.value);
        paragraph(panel, level ? "The gradient is 0 here: no direction is the steepest." : sentence(check_),
                  Tone::error, font);
        return;
    }
    gap(panel, 4);
    draw_chart(panel);
    gap(panel, 2);
    draw_numbers(panel);
    gap(panel, 2);
    paragraph(panel, typeset(sentence(check_)), Tone::normal, font);
    gap(panel, 2);
    paragraph(panel,
              "Why a V: to the right the chord leaves the curve, by h² (forward: by h). To the left f(x + h) and "
              "f(x − h) agree in nearly all their digits, and the rounding of the rest is divided by h. No h escapes "
              "both; the exact derivative has neither. Drag along the chart to try others.",
              Tone::quiet, font);
}

}  // namespace

std::unique_ptr<Lens> make_check_lens() {
    return std::make_unique<CheckLens>();
}

}  // namespace thalweg
