#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <string>

#include "app/panels/selection.h"
#include "app/panels/widgets.h"
#include "app/scene/number_format.h"
#include "core/calculus/second_order.h"

namespace thalweg {
namespace {

/// What is looked at, and what to call it.
struct Subject {
    Inspection point;
    std::string name;
};

/// The pointer's place while it is over a view, else where the selected optimizer is at the step shown.
std::optional<Subject> subject(const Panel& panel) {
    if (panel.state.pointer_over) {
        const auto point = panel.scene.inspect(panel.state.pointer_x, panel.state.pointer_y);
        if (point) return Subject{*point, "Under the pointer"};
    }
    const Path* path = selected_path(panel.session, panel.scene, panel.state);
    if (path != nullptr) {
        const int row = row_shown(panel.session, path->trajectory);
        const auto place = path->trajectory.position(row);
        const auto point = panel.scene.inspect(place[0], place[1]);
        const OptimizerEntry& entry = panel.session.optimizers[static_cast<std::size_t>(path->optimizer)];
        if (point) return Subject{*point, title(entry.optimizer) + " at step " + std::to_string(row)};
    }
    const auto start = static_cast<std::size_t>(panel.state.selected_start);
    if (start < panel.session.starts.size()) {
        const auto point = panel.scene.inspect(panel.session.starts[start].x, panel.session.starts[start].y);
        if (point) return Subject{*point, "Start " + std::to_string(start + 1)};
    }
    return std::nullopt;
}

/// A quiet name and its value, in columns.
void row(const Panel& panel, std::string_view name, std::string_view value) {
    const float left = ImGui::GetCursorPosX();
    text(panel, name, Tone::quiet, panel.fonts.caption);
    ImGui::SameLine(left + panel.px(46));
    text(panel, value, Tone::normal, panel.fonts.caption);
}

std::string pair(double a, double b) {
    return fmt::format("({}, {})", format_number(a), format_number(b));
}

/// The direction in which f grows fastest, in degrees from the x axis; none where there is none.
std::string ascent(const Inspection& point) {
    const auto [dx, dy] = point.gradient;
    if (!std::isfinite(dx) || !std::isfinite(dy) || (dx == 0 && dy == 0)) return "none";
    return format_number(std::atan2(dy, dx) * 180 / std::numbers::pi) + "°";
}

std::string class_words(const Inspection& point) {
    if (!point.differentiable) return "not differentiable here";
    if (point.kind == StationaryClass::none) return "not stationary";
    return std::string(name(point.kind));
}

void draw_value(const Panel& panel, const Subject& subject) {
    const Inspection& point = subject.point;
    text_within(panel, subject.name, ImGui::GetContentRegionAvail().x, Tone::normal, panel.fonts.caption);
    row(panel, "x, y", pair(point.x, point.y));
    row(panel, "f", format_number(point.value, 6));
    row(panel, "∇f", pair(point.gradient[0], point.gradient[1]));
    row(panel, "‖∇f‖", format_number(std::hypot(point.gradient[0], point.gradient[1])));
    row(panel, "ascent", ascent(point));
    tooltip(panel, "The direction of steepest ascent, from the x axis");
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

void draw_curvature(const Panel& panel, const Inspection& point) {
    draw_hessian(panel, point);
    const auto& values = point.eigen.values;
    for (Eigen::Index i = 0; i < values.size(); ++i) row(panel, i == 0 ? "λ₁" : "λ₂", format_number(values[i]));
    row(panel, "κ", format_number(condition_number(values)));
    tooltip(panel, "The condition number |λ|max / |λ|min: how many times as strongly f bends one way as the other");
    row(panel, "class", class_words(point));
}

void draw_rule(Panel& panel) {
    const Path* path = selected_path(panel.session, panel.scene, panel.state);
    if (path == nullptr) return;
    const LandscapePart& part = panel.scene.landscape();
    const OptimizerEntry& entry = panel.session.optimizers[static_cast<std::size_t>(path->optimizer)];
    const Start& start = panel.session.starts[static_cast<std::size_t>(path->start)];
    WorkedStep& worked = panel.state.worked_step;
    worked.update(*part.landscape, part.revision, {.start = {start.x, start.y}, .optimizer = entry.optimizer},
                  row_shown(panel.session, path->trajectory), path->trajectory.rows());
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const float half = panel.fonts.caption->FontSize / 2;
    draw_marker(*ImGui::GetWindowDrawList(), optimizer_marker(entry.color), {corner.x + half, corner.y + half},
                panel.px(4.5F), pack(optimizer_color(entry.color)), 0, 0);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + 2 * half + panel.px(5));
    text_within(panel, worked.name, ImGui::GetContentRegionAvail().x, Tone::normal, panel.fonts.caption);
    for (const WorkedLine& line : worked.lines) {
        paragraph(panel, line.symbols(), Tone::quiet, panel.fonts.caption);
        if (line.numbers.empty()) {
            ImGui::SameLine(0, 0);
            text(panel, " = " + format_number(line.value), Tone::normal, panel.fonts.caption);
        } else {
            paragraph(panel, fmt::format("    {} ← {} = {}", line.target, line.numbers, format_number(line.value)),
                      Tone::normal, panel.fonts.caption);
        }
    }
    if (worked.lines.empty()) text(panel, "The run ends here.", Tone::quiet, panel.fonts.caption);
}

void draw_formulas(Panel& panel) {
    const LandscapePart& part = panel.scene.landscape();
    if (!part.landscape) return;
    panel.state.gradient_words.update(*part.landscape, part.revision);
    for (const std::string& line : panel.state.gradient_words.lines) {
        paragraph(panel, line, Tone::quiet, panel.fonts.caption);
    }
}

}  // namespace

void draw_inspector(Panel& panel) {
    const std::optional<Subject> here = subject(panel);
    if (!here) {
        text(panel, "Point at the surface or the map.", Tone::quiet, panel.fonts.caption);
        return;
    }
    const float width = ImGui::GetContentRegionAvail().x, gap = panel.px(12);
    const float first = 0.31F * width, second = 0.26F * width;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {panel.px(8), panel.px(3)});
    const auto column = [&](const char* id, float column_width, const auto& draw) {
        if (ImGui::BeginChild(id, {column_width, 0})) draw();
        ImGui::EndChild();
    };
    column("value", first, [&] {
        draw_value(panel, *here);
        draw_formulas(panel);
    });
    ImGui::SameLine(0, gap);
    column("curvature", second, [&] { draw_curvature(panel, here->point); });
    ImGui::SameLine(0, gap);
    column("rule", 0, [&] { draw_rule(panel); });
    ImGui::PopStyleVar();
}

}  // namespace thalweg
