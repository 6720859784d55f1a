#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <string>

#include "app/lenses/key.h"
#include "app/lenses/lens.h"
#include "app/lenses/lens_ink.h"
#include "app/lenses/lens_panel.h"
#include "app/lenses/surface_line.h"
#include "app/panels/plot.h"
#include "app/panels/widgets.h"
#include "app/scene/curve.h"
#include "app/scene/descended.h"
#include "app/scene/number_format.h"
#include "app/view/world.h"
#include "core/calculus/section.h"
#include "core/calculus/taylor.h"

namespace thalweg {
namespace {

constexpr double degree = std::numbers::pi / 180;
constexpr int slice_points = 201;

/// f in one direction u, and its tangent.
struct Slice {
    std::array<double, 2> u = {};
    Color color;
    Section section;
    double slope = 0, curvature = 0;
    std::vector<Spot> on_surface, tangent;
};

/// The slope in every direction, and the slice through the surface in one, or in both of the axes.
class SlopesLens final : public Lens {
  public:
    void update(const LensSubject& subject) override;
    void draw(Ink& ink, std::vector<Label>& labels, const Placement& placement, const InkStyle& style) const override;
    void draw_panel(Panel& panel) override;

  private:
    enum class Mode { direction, axes };
    struct Inputs {
        std::uint64_t landscape = 0, surface = 0;
        std::array<double, 2> point = {}, arm = {};
        Mode mode = Mode::direction;
        bool operator==(const Inputs&) const = default;
    };

    void compute(const LandscapePart& part, const HeightScale& scale);
    Slice slice(const LandscapePart& part, const HeightScale& scale, const std::array<double, 2>& u,
                const Color& color) const;
    double arm_length() const {
        return curve_ ? std::abs(made_from_.arm[0]) : std::hypot(made_from_.arm[0], made_from_.arm[1]);
    }
    double gradient_angle() const;
    void draw_dial(Panel& panel) const;
    void draw_numbers(const Panel& panel) const;
    void draw_slice(const Panel& panel, const char* id, float height, const Slice& slice, double origin,
                    std::string_view along, std::string_view title) const;
    void draw_axes(const Panel& panel) const;
    void draw_curve(const Panel& panel) const;

    Inputs made_from_;
    Mode mode_ = Mode::direction;
    bool curve_ = false;  ///< of one variable: there is one direction, and the slice is the curve itself
    TaylorModel model_;
    std::vector<Slice> slices_;  ///< empty where f has no derivatives
    Spot foot_, tip_;            ///< of the arm
    double gradient_rise_ = 0;   ///< what the surface's tangent plane climbs along ∇f, world units
    HeightScaleKind scale_ = HeightScaleKind::linear;
};

void SlopesLens::update(const LensSubject& subject) {
    const LandscapePart& part = subject.scene.landscape();
    if (!part.landscape) return;
    const Study& study = subject.session.study;
    const Inputs inputs{part.revision, subject.scene.surface().revision, subject.point, {study.dx, study.dy}, mode_};
    if (inputs == made_from_) return;
    made_from_ = inputs;
    compute(part, subject.scene.surface().scale);
    changed();
}

void SlopesLens::compute(const LandscapePart& part, const HeightScale& scale) {
    const auto& [x, y] = made_from_.point;
    const auto& [dx, dy] = made_from_.arm;
    scale_ = scale.kind;
    curve_ = is_curve(part);
    model_ = taylor_model(*part.evaluator, made_from_.point);
    slices_.clear();
    if (!obstacle(model_).empty()) return;
    foot_ = {x, y, surface_z(scale, model_.value)};
    tip_ = {x + dx, y + dy, surface_z(scale, part.evaluator->value(std::array{x + dx, y + dy}))};
    gradient_rise_ = world_height * scale.slope(model_.value) * model_.gradient.squaredNorm();
    if (curve_ && arm_length() > 0) {
        slices_.push_back(slice(part, scale, {1, 0}, first_order_color));
    } else if (!curve_ && mode_ == Mode::axes) {
        slices_.push_back(slice(part, scale, {1, 0}, x_color));
        slices_.push_back(slice(part, scale, {0, 1}, y_color));
    } else if (const double length = arm_length(); !curve_ && length > 0) {
        slices_.push_back(slice(part, scale, {dx / length, dy / length}, first_order_color));
    }
}

/// The slice reaches twice as far as the arm, both ways, and the tangent as far as the arm.
Slice SlopesLens::slice(const LandscapePart& part, const HeightScale& scale, const std::array<double, 2>& u,
                        const Color& color) const {
    const Reach reach = reach_in(part.domain, made_from_.point, u, 2 * arm_length());
    Slice result{.u = u,
                 .color = color,
                 .section = section(*part.evaluator, made_from_.point, u, reach.from, reach.to, slice_points),
                 .slope = model_.first_order(u),
                 .curvature = 2 * model_.second_order(u),
                 .on_surface = {},
                 .tangent = {}};
    for (std::size_t i = 0; i < result.section.t.size(); ++i) {
        const double t = result.section.t[i];
        result.on_surface.push_back(
            {made_from_.point[0] + t * u[0], made_from_.point[1] + t * u[1], surface_z(scale, result.section.f[i])});
    }
    result.tangent =
        spots_along(made_from_.point, u, std::max(reach.from, -arm_length()), std::min(reach.to, arm_length()),
                    [&](double t) { return model_z(scale, model_.value + t * result.slope); });
    return result;
}

void SlopesLens::draw(Ink& ink, std::vector<Label>& labels, const Placement& placement, const InkStyle& style) const {
    for (const Slice& slice : slices_)
        draw_lines(ink, std::span(&slice.on_surface, 1), mark_fill, placement, style, 2.0F);
    // Seen from above, a tangent lies on its slice.
    for (const Slice& slice : slices_)
        stroke_in_space(ink, placement, style, slice.tangent, slice.color, placement.has_depth() ? 3.2F : 2.4F);
    if (slices_.empty() || curve_ || mode_ == Mode::axes) return;
    const auto raised = [&](Spot spot) {
        spot.z = placement.raised(spot);
        return spot;
    };
    const auto ascent =
        placement.arrow(raised(foot_), model_.gradient[0], model_.gradient[1], gradient_rise_, style.px(52));
    if (ascent) {
        ink.arrow(ascent->first, ascent->second, style.px(2.6F), mark_fill, mark_outline, style.px(1.1F));
        labels.push_back({.text = "∇f",
                          .x = ascent->second.x - style.px(8),
                          .y = ascent->second.y,
                          .anchor_x = 1,
                          .size = 14,
                          .color = mark_fill,
                          .halo = mark_outline.with_alpha(0.85F)});
    }
    if (!std::isfinite(tip_.z)) return;
    arrow_between(ink, placement, style, raised(foot_), raised(tip_), style.theme.accent, 3.0F);
    label_at(labels, placement, style, raised(tip_), "u");
}

/// Of ∇f, from the x axis, 0..360; NaN where it vanishes.
double SlopesLens::gradient_angle() const {
    if (model_.gradient.isZero(0.0)) return std::nan("");
    const double angle = std::atan2(model_.gradient[1], model_.gradient[0]) / degree;
    return angle < 0 ? angle + 360 : angle;
}

double angle_of(const std::array<double, 2>& u) {
    const double angle = std::atan2(u[1], u[0]) / degree;
    return angle < 0 ? angle + 360 : angle;
}

void SlopesLens::draw_dial(Panel& panel) const {
    std::vector<double> angles, slopes;
    for (int angle = 0; angle <= 360; angle += 3) {
        angles.push_back(angle);
        slopes.push_back(model_.first_order(std::array{std::cos(angle * degree), std::sin(angle * degree)}));
    }
    const double steepest = model_.gradient.norm();
    const Plot plot(panel, "dial", panel.px(128), {0, 360, false}, fit_axis(-steepest, steepest, 0, false),
                    "angle of u, degrees", "slope ∇f·u in every direction");
    plot.horizontal(0, panel.colors.quiet_text.with_alpha(0.6F));
    plot.curve(angles, slopes, first_order_color, 2);
    if (const double most = gradient_angle(); std::isfinite(most)) {
        plot.mark(most, steepest, Marker::triangle_up, panel.colors.text, 4.5F);
        plot.note(most, steepest, "along ∇f", panel.colors.text);
    }
    const double angle = angle_of(slices_.front().u);
    plot.vertical(angle, panel.colors.accent);
    plot.mark(angle, slices_.front().slope, Marker::disc, panel.colors.accent);
    if (!plot.held()) return;
    panel.session.study.dx = arm_length() * std::cos(*plot.held() * degree);
    panel.session.study.dy = arm_length() * std::sin(*plot.held() * degree);
    panel.requests.gesture = true;
}

void SlopesLens::draw_numbers(const Panel& panel) const {
    const Slice& slice = slices_.front();
    const std::string_view bent = slice.curvature > 0 ? ", bent up" : slice.curvature < 0 ? ", bent down" : "";
    const auto pair = [](double a, double b) { return fmt::format("({}, {})", format_number(a), format_number(b)); };
    value_row(panel, "∇f", pair(model_.gradient[0], model_.gradient[1]));
    value_row(panel, "‖∇f‖", format_number(model_.gradient.norm()));
    value_row(panel, "u", fmt::format("{},  {}°", pair(slice.u[0], slice.u[1]), format_number(angle_of(slice.u))));
    value_row(panel, "slope", fmt::format("∇f·u = {}", format_number(slice.slope)));
    value_row(panel, "curvature", fmt::format("uᵀHu = {}{}", format_number(slice.curvature), bent));
}

void SlopesLens::draw_slice(const Panel& panel, const char* id, float height, const Slice& slice, double origin,
                            std::string_view along, std::string_view title) const {
    const auto& [t, f] = slice.section;
    double low = model_.value, high = model_.value;
    std::vector<double> place, tangent;
    for (std::size_t i = 0; i < t.size(); ++i) {
        place.push_back(origin + t[i]);
        tangent.push_back(model_.value + t[i] * slice.slope);
        if (!std::isfinite(f[i])) continue;
        low = std::min(low, f[i]);
        high = std::max(high, f[i]);
    }
    const Plot plot(panel, id, height, {place.front(), place.back(), false}, fit_axis(low, high, 0, false), along,
                    title);
    plot.vertical(origin, panel.colors.line);
    plot.curve(place, f, panel.colors.text, 2);
    plot.curve(place, tangent, slice.color, 2);
    plot.mark(origin, model_.value, Marker::disc, panel.colors.accent);
}

void SlopesLens::draw_axes(const Panel& panel) const {
    const auto& p = made_from_.point;
    const auto [right, up] = axis_names(panel.scene.landscape());
    const std::string along_right = "tangent along " + right, along_up = "tangent along " + up;
    const Key keys[] = {{panel.colors.text, "f"}, {x_color, along_right}, {y_color, along_up}};
    draw_keys(panel, keys);
    gap(panel, 2);
    draw_slice(
        panel, "x slice", panel.px(158), slices_[0], p[0], right,
        fmt::format("{} = {} stays:  ∂f/∂{} = {}", up, format_number(p[1]), right, format_number(slices_[0].slope)));
    gap(panel, 2);
    draw_slice(
        panel, "y slice", panel.px(158), slices_[1], p[1], up,
        fmt::format("{} = {} stays:  ∂f/∂{} = {}", right, format_number(p[0]), up, format_number(slices_[1].slope)));
    gap(panel, 2);
    paragraph(panel, "A partial derivative is the slope of a slice along its axis; both together are the gradient.",
              Tone::quiet, panel.fonts.caption);
}

/// Of one variable: the slope is a number, and its sign says which way is down.
void SlopesLens::draw_curve(const Panel& panel) const {
    const Slice& slice = slices_.front();
    const double x = made_from_.point[0];
    const std::string_view sign = slice.slope > 0 ? "rises" : slice.slope < 0 ? "falls" : "is level";
    const std::string_view bent = slice.curvature > 0 ? ", bent up" : slice.curvature < 0 ? ", bent down" : "";
    value_row(panel, "x", format_number(x), 46);
    value_row(panel, "f(x)", format_number(model_.value), 46);
    value_row(panel, "f′(x)", fmt::format("{}: the curve {} here", format_number(slice.slope), sign), 46);
    value_row(panel, "f″(x)", fmt::format("{}{}", format_number(slice.curvature), bent), 46);
    gap(panel, 4);
    draw_slice(panel, "slice", panel.px(190), slice, x, "x", "the curve, and its tangent at x");
    paragraph(panel,
              slice.slope == 0 ? "The slope is 0 here: the tangent is level, and descent stays where it is."
                               : fmt::format("Against the slope is down: descent goes {} from here.",
                                             slice.slope > 0 ? "left" : "right"),
              Tone::normal, panel.fonts.caption);
    paragraph(panel, "Drag the ring along the curve; a longer arm shows more of it.", Tone::quiet, panel.fonts.caption);
}

void SlopesLens::draw_panel(Panel& panel) {
    const CloseRows close(panel);
    if (!curve_) {
        const auto [right, up] = axis_names(panel.scene.landscape());
        const std::string slices = right + " and " + up + " slices";
        const std::string_view modes[] = {"One direction", slices};
        int chosen = static_cast<int>(mode_);
        if (segmented(panel, "mode", modes, chosen)) mode_ = static_cast<Mode>(chosen);
        gap(panel, 2);
    }
    ImFont* const font = panel.fonts.caption;
    if (const std::string why = obstacle(model_); !why.empty()) return paragraph(panel, why, Tone::error, font);
    if (slices_.empty()) return paragraph(panel, "Drag the arm's tip away from its point.", Tone::error, font);
    if (curve_) return draw_curve(panel);
    if (slices_.size() > 1) {
        draw_axes(panel);
    } else {
        draw_dial(panel);
        draw_numbers(panel);
        gap(panel, 4);
        draw_slice(panel, "slice", panel.px(150), slices_.front(), 0, "way along u",
                   "the slice f(p + t u), its tangent");
        if (model_.gradient.isZero(0.0)) {
            paragraph(panel, "The gradient is 0 here: to first order f is level in every direction.", Tone::normal,
                      font);
        }
        paragraph(panel, "Drag along the upper chart or at the arm's tip to turn u; a longer arm shows more.",
                  Tone::quiet, font);
    }
    draw_scale_note(panel, scale_);
}

}  // namespace

std::unique_ptr<Lens> make_slopes_lens() {
    return std::make_unique<SlopesLens>();
}

}  // namespace thalweg
