#include <fmt/format.h>

#include <optional>
#include <string>

#include "app/panels/hanging.h"
#include "app/panels/point_rows.h"
#include "app/panels/powers.h"
#include "app/panels/scroll_edge.h"
#include "app/panels/selection.h"
#include "app/panels/widgets.h"
#include "app/scene/contrast.h"
#include "app/scene/descended.h"
#include "app/scene/number_format.h"
#include "app/scene/run_titles.h"

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
        if (point)
            return Subject{*point, run_title(panel.session, path->optimizer) + " at step " + std::to_string(row)};
    }
    const auto start = static_cast<std::size_t>(panel.state.selected_start);
    if (start < panel.session.starts.size()) {
        const auto point = panel.scene.inspect(panel.session.starts[start].x, panel.session.starts[start].y);
        if (point) return Subject{*point, "Start " + std::to_string(start + 1)};
    }
    return std::nullopt;
}

void draw_rule(Panel& panel) {
    const Path* path = selected_path(panel.session, panel.scene, panel.state);
    if (path == nullptr) return;
    const LandscapePart& part = panel.scene.landscape();
    const OptimizerEntry& entry = panel.session.optimizers[static_cast<std::size_t>(path->optimizer)];
    const Start& start = panel.session.starts[static_cast<std::size_t>(path->start)];
    WorkedStep& worked = panel.state.worked_step;
    worked.update(part, {.start = start_point(part, start), .optimizer = entry.optimizer, .whole = entry.whole},
                  row_shown(panel.session, path->trajectory), path->trajectory.rows());
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const float half = panel.fonts.caption->FontSize / 2;
    draw_marker(*ImGui::GetWindowDrawList(), optimizer_marker(entry.color), {corner.x + half, corner.y + half},
                panel.px(4.5F), pack(optimizer_ink(entry.color, panel.colors)), 0, 0);
    const float beside_marker = 2 * half + panel.px(5);
    ImGui::Indent(beside_marker);
    paragraph(panel, run_title(panel.session, path->optimizer) + ", " + worked.steps, Tone::normal,
              panel.fonts.caption);
    ImGui::Unindent(beside_marker);
    for (const WorkedLine& line : worked.lines) {
        const std::string lead = line.target + " ← ";
        hanging_paragraph(panel, lead, raised_powers(line.rule), Tone::quiet, panel.fonts.caption);
        if (line.numbers.empty()) {
            ImGui::SameLine(0, 0);
            text(panel, " = " + format_number(line.value), Tone::normal, panel.fonts.caption);
        } else {
            const float under_rule = text_width(panel.fonts.caption, lead);
            ImGui::Indent(under_rule);
            hanging_paragraph(panel, "= ",
                              fmt::format("{} = {}", raised_powers(line.numbers), format_number(line.value)),
                              Tone::normal, panel.fonts.caption);
            ImGui::Unindent(under_rule);
        }
    }
    if (worked.lines.empty()) text(panel, "The run ends here.", Tone::quiet, panel.fonts.caption);
}

/// Of more than two variables, f where the run itself stands: the slice may lie elsewhere.
void draw_own_loss(Panel& panel) {
    const Path* path = selected_path(panel.session, panel.scene, panel.state);
    if (path == nullptr || path->heights.empty()) return;
    const auto row = static_cast<std::size_t>(row_shown(panel.session, path->trajectory));
    paragraph(panel,
              fmt::format("The run's own f at step {}: {}; on the slice below it: {}", row,
                          format_number(path->trajectory.losses[row], 6), format_number(path->heights[row], 6)),
              Tone::normal, panel.fonts.caption);
}

void draw_formulas(Panel& panel) {
    const LandscapePart& part = panel.scene.landscape();
    if (!part.landscape) return;
    panel.state.gradient_words.update(part);
    for (const std::string& line : panel.state.gradient_words.lines) {
        paragraph(panel, line, Tone::quiet, panel.fonts.caption);
    }
}

}  // namespace

void draw_inspector(Panel& panel) {
    if (panel.state.blindfolded) {
        text(panel, "Dark until you reveal it.", Tone::quiet, panel.fonts.caption);
        return;
    }
    const std::optional<Subject> here = subject(panel);
    if (!here) {
        text(panel, "Point at the surface or the map.", Tone::quiet, panel.fonts.caption);
        return;
    }
    const float width = ImGui::GetContentRegionAvail().x, gap = panel.px(12);
    const float first = 0.32F * width, second = 0.26F * width;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {panel.px(8), panel.px(3)});
    const auto column = [&](const char* id, float column_width, const auto& draw) {
        if (ImGui::BeginChild(id, {column_width, 0})) draw();
        soften_edges(panel);
        ImGui::EndChild();
    };
    column("value", first, [&] {
        paragraph(panel, here->name, Tone::normal, panel.fonts.caption);
        draw_value_rows(panel, here->point);
        draw_own_loss(panel);
        draw_formulas(panel);
    });
    ImGui::SameLine(0, gap);
    column("curvature", second, [&] { draw_curvature_rows(panel, here->point); });
    ImGui::SameLine(0, gap);
    column("rule", 0, [&] { draw_rule(panel); });
    ImGui::PopStyleVar();
}

}  // namespace thalweg
