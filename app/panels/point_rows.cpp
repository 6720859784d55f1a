#include "app/panels/point_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>

#include "app/panels/hanging.h"
#include "app/panels/widgets.h"
#include "app/scene/curve.h"
#include "app/scene/descended.h"
#include "app/scene/number_format.h"
#include "core/calculus/second_order.h"

namespace thalweg {
namespace {

constexpr float name_width = 46;  ///< design pixels
constexpr int most_digits = 4, fewest_digits = 2;

void row(const Panel& panel, std::string_view name, std::string_view value) {
    value_row(panel, name, value, name_width);
}

/// Two numbers, with as many digits as there is room for.
void pair_row(const Panel& panel, std::string_view name, double a, double b) {
    const float room = ImGui::GetContentRegionAvail().x - panel.px(name_width);
    std::string words;
    for (int digits = most_digits; digits >= fewest_digits; --digits) {
        words = fmt::format("({}, {})", format_number(a, digits), format_number(b, digits));
        if (text_width(panel.fonts.caption, words) <= room) break;
    }
    row(panel, name, words);
}

/// The direction in which f grows fastest, in degrees from the x axis; none where there is none.
std::string ascent(const Inspection& point) {
    const auto [dx, dy] = point.gradient;
    if (!std::isfinite(dx) || !std::isfinite(dy) || (dx == 0 && dy == 0)) return "none";
    return format_number(std::atan2(dy, dx) * 180 / std::numbers::pi) + "°";
}

void draw_class(const Panel& panel, const Inspection& point, StationaryClass kind) {
    const std::string words = !point.differentiable           ? "not differentiable here"
                              : kind == StationaryClass::none ? "not stationary"
                                                              : std::string(name(kind));
    paragraph(panel, words, Tone::normal, panel.fonts.caption);
}

/// The Hessian between tall brackets.
void draw_hessian(const Panel& panel, const Inspection& point) {
    ImFont* const font = panel.fonts.caption;
    text(panel, "Hessian", Tone::quiet, font);
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    float column = 0;
    for (const auto& line : point.hessian) {
        for (const double entry : line) column = std::max(column, text_width(font, format_number(entry)));
    }
    const float line = font->FontSize + panel.px(3), inset = panel.px(8), gap = panel.px(14);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (std::size_t i = 0; i < 2; ++i) {
        for (std::size_t k = 0; k < 2; ++k) {
            const std::string words = format_number(point.hessian[i][k]);
            const float right = corner.x + inset + column + static_cast<float>(k) * (column + gap);
            write(list, font, {right - text_width(font, words), corner.y + static_cast<float>(i) * line},
                  pack(panel.colors.text), words);
        }
    }
    const float width = 2 * (inset + column) + gap, height = 2 * line, hook = panel.px(4);
    const ImU32 color = pack(panel.colors.quiet_text);
    for (const float side : {-1.0F, 1.0F}) {
        const float x = side < 0 ? corner.x + 0.5F : corner.x + width - 0.5F;
        list.PathLineTo({x - side * hook, corner.y});
        list.PathLineTo({x, corner.y});
        list.PathLineTo({x, corner.y + height});
        list.PathLineTo({x - side * hook, corner.y + height});
        list.PathStroke(color, 0, panel.px(1));
    }
    ImGui::Dummy({width, height});
}

/// The class of a curve's point: its only eigenvalue is f″.
StationaryClass class_on_curve(const Inspection& point) {
    if (!point.differentiable) return StationaryClass::none;
    return classify(Eigen::VectorXd::Constant(1, point.gradient[0]),
                    Eigen::MatrixXd::Constant(1, 1, point.hessian[0][0]));
}

/// Of a slope, or of how it changes.
std::string_view sign_words(double value, std::string_view positive, std::string_view negative, std::string_view zero) {
    if (std::isnan(value)) return "";
    return value > 0 ? positive : value < 0 ? negative : zero;
}

}  // namespace

void draw_value_rows(const Panel& panel, const Inspection& point) {
    if (is_curve(panel.scene.landscape())) {
        row(panel, "x", format_number(point.x, 6));
        row(panel, "f", format_number(point.value, 6));
        row(panel, "f′", format_number(point.gradient[0], 6));
        row(panel, "", sign_words(point.gradient[0], "rises", "falls", "level"));
        return;
    }
    const auto [right, up] = axis_names(panel.scene.landscape());
    pair_row(panel, right + ", " + up, point.x, point.y);
    row(panel, "f", format_number(point.value, 6));
    pair_row(panel, "∇f", point.gradient[0], point.gradient[1]);
    row(panel, "‖∇f‖", format_number(std::hypot(point.gradient[0], point.gradient[1])));
    row(panel, "ascent", ascent(point));
    tooltip(panel, "The direction of steepest ascent, from the x axis");
}

void draw_curvature_rows(const Panel& panel, const Inspection& point) {
    if (is_curve(panel.scene.landscape())) {
        const double bend = point.hessian[0][0];
        row(panel, "f″", format_number(bend, 6));
        row(panel, "", sign_words(bend, "bends up", "bends down", "does not bend"));
        draw_class(panel, point, class_on_curve(point));
        return;
    }
    draw_hessian(panel, point);
    const auto& values = point.eigen.values;
    for (Eigen::Index i = 0; i < values.size(); ++i) row(panel, i == 0 ? "λ₁" : "λ₂", format_number(values[i]));
    row(panel, "κ", format_number(condition_number(values)));
    tooltip(panel, "The condition number |λ|max / |λ|min: how many times as strongly f bends one way as the other");
    draw_class(panel, point, point.kind);
}

}  // namespace thalweg
