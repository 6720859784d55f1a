#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "app/panels/plot.h"
#include "app/panels/selection.h"
#include "app/panels/step_chart.h"
#include "app/panels/stroke.h"
#include "app/panels/transport.h"
#include "app/panels/widgets.h"
#include "app/scene/contrast.h"
#include "app/scene/data_part.h"

namespace thalweg {
namespace {

/// What the axes' numbers and the title leave of a place.
Area inside_axes(const Panel& panel, const Area& place) {
    const float left = panel.px(46), right = panel.px(10), top = panel.px(32), bottom = panel.px(20);
    return {place.x + left, place.y + top, std::max(place.width - left - right, 1.0F),
            std::max(place.height - top - bottom, 1.0F)};
}

/// Whether two plots are better to read side by side than one above the other; they are best about 8 : 5.
bool larger_beside(const Panel& panel, const Area& place) {
    const auto worth = [&](const Area& part) {
        const Area plot = inside_axes(panel, part);
        return std::min(plot.width / 1.6F, plot.height);
    };
    return worth({0, 0, place.width / 2, place.height}) >= worth({0, 0, place.width, place.height / 2});
}

void draw_axes(const Panel& panel, const StepChart& plot, float left) {
    draw_chart_frame(panel, plot.area, plot.along, plot.up, true);
    write(*ImGui::GetWindowDrawList(), panel.fonts.caption, {left, plot.area.y - panel.px(30)}, pack(panel.colors.text),
          plot.title);
}

/// Where a path stands after so many steps.
float abscissa(const StepChart& plot, std::size_t path, double step) {
    return plot.area.x + plot.area.width * static_cast<float>(std::clamp(plot.rows_of(path).share(step), 0.0, 1.0));
}

/// The path whose steps the cursor counts: the selected one's.
std::size_t path_under_cursor(const Panel& panel, const StepChart& plot) {
    const auto& paths = panel.scene.paths().paths;
    const Path* const selected = selected_path(panel.session, panel.scene, panel.state);
    const std::size_t index = selected == nullptr ? 0 : static_cast<std::size_t>(selected - paths.data());
    return std::min(index, plot.paces.size());
}

/// ImGui strokes lines of whole pixels from its texture: two triangles for each piece, where others take six.
float line_weight(const Panel& panel, float weight) {
    return std::max(std::round(panel.px(weight)), 1.0F);
}

/// Dots along a line, evenly apart.
void draw_dotted(const Panel& panel, std::span<const ChartPoint> line, const Color& color) {
    const float apart = panel.px(5), radius = panel.px(1.4F);
    float due = 0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const float way = std::hypot(line[i + 1].x - line[i].x, line[i + 1].y - line[i].y);
        for (; due <= way && way > 0; due += apart) {
            const float share = due / way;
            ImGui::GetWindowDrawList()->AddCircleFilled(
                {std::lerp(line[i].x, line[i + 1].x, share), std::lerp(line[i].y, line[i + 1].y, share)}, radius,
                pack(color), 6);
        }
        due -= way;
    }
}

/// A thin line beside those of the paths.
void draw_thin(const Panel& panel, std::span<const ChartPoint> line, const Color& color) {
    std::vector<ImVec2> points;
    for (const ChartPoint& point : line) points.push_back({point.x, point.y});
    stroke(*ImGui::GetWindowDrawList(), points, pack(color), line_weight(panel, 1));
}

void draw_lines(const Panel& panel, const StepChart& plot) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const Area& area = plot.area;
    const double step = panel.session.playback.step;
    const float left = area.x - panel.px(1), right = area.x + area.width + panel.px(1);
    list.PushClipRect({left, area.y - panel.px(2)}, {right, area.y + area.height + panel.px(2)}, true);
    std::vector<ImVec2> points;
    for (std::size_t i = 0; i < plot.lines.size(); ++i) {
        const Path& path = panel.scene.paths().paths[i];
        const bool chosen = path.start == panel.state.selected_start;
        const bool thick = path.optimizer == panel.state.selected_optimizer && chosen;
        const float weight = line_weight(panel, thick ? 2.5F : 1.5F), strength = chosen ? 1.0F : 0.45F;
        const Color color = optimizer_ink(path.color, panel.colors);
        const float now = abscissa(plot, i, step);
        const auto stroke_between = [&](float from, float to, float alpha) {
            points.clear();
            for (const ChartPoint& point : cut_out(plot.lines[i], from, to)) points.push_back({point.x, point.y});
            stroke(list, points, pack(color.with_alpha(alpha)), weight);
        };
        if (thick && i < plot.batches.size()) {
            draw_thin(panel, plot.batches[i], color.with_alpha(0.4F));
            draw_dotted(panel, plot.validation[i], panel.colors.text.with_alpha(0.8F));
        }
        stroke_between(left, now, strength);
        stroke_between(now, right, 0.35F * strength);
    }
    for (const StepChart::Recorded& recorded : plot.recorded) {
        const Color color = optimizer_color(recorded.color);
        points.clear();
        for (const ChartPoint& point : recorded.plane) points.push_back({point.x, point.y});
        stroke(list, points, pack(color), line_weight(panel, 1.5F));
        draw_dotted(panel, recorded.truth, color);
    }
    list.PopClipRect();
}

void draw_cursor(Panel& panel, const StepChart& plot) {
    const Area& area = plot.area;
    const std::size_t own = path_under_cursor(panel, plot);
    const ChartAxis steps = own < plot.paces.size() ? plot.rows_of(own) : plot.along;
    ImGui::SetCursorScreenPos({area.x, area.y});
    ImGui::PushID(plot.title.c_str());
    ImGui::InvisibleButton("cursor", {area.width, area.height});
    ImGui::PopID();
    if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    if (ImGui::IsItemActive()) {
        const double share = std::clamp((ImGui::GetIO().MousePos.x - area.x) / area.width, 0.0F, 1.0F);
        panel.session.playback.step = std::min<double>(std::round(share * steps.high), last_step(panel.scene));
        panel.state.playing = false;
        panel.requests.gesture = true;
    }

    ImDrawList& list = *ImGui::GetWindowDrawList();
    const double step = panel.session.playback.step;
    const float x = area.x + area.width * static_cast<float>(std::clamp(steps.share(step), 0.0, 1.0));
    const float half = std::max(panel.px(0.75F), 0.5F);
    list.AddRectFilled({x - half, area.y - panel.px(2)}, {x + half, area.y + area.height},
                       pack(panel.colors.text.with_alpha(0.5F)));
    const auto& paths = panel.scene.paths().paths;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        const Path& path = paths[i];
        const int row = std::min(static_cast<int>(step), path.trajectory.rows() - 1);
        if (row < 0 || path.start != panel.state.selected_start) continue;
        const double value = value_of(path.trajectory, plot.quantity, row) - plot.shift;
        const auto share = static_cast<float>(std::clamp(plot.up.share(value), 0.0, 1.0));
        if (!std::isfinite(share)) continue;
        draw_marker(list, optimizer_marker(path.color),
                    {abscissa(plot, i, std::min(step, row + 0.0)), area.y + area.height * (1 - share)}, panel.px(4),
                    pack(optimizer_ink(path.color, panel.colors)), pack(panel.colors.panel), panel.px(1.5F));
    }
}

/// How many epochs a step of each path takes; empty when the charts run over steps.
std::vector<double> epochs_a_step(const Panel& panel) {
    const auto& data = panel.scene.landscape().data;
    if (!data || !panel.session.display.data.by_epoch) return {};
    const SampleSets& samples = data->landscape->samples();
    const double in_batches = 1.0 / steps_per_epoch(samples.batches, samples.training.size());
    std::vector<double> paces;
    for (const Path& path : panel.scene.paths().paths)
        paces.push_back(path.trajectory.batch_losses.empty() ? 1.0 : in_batches);
    return paces;
}

}  // namespace

void draw_chart(Panel& panel) {
    const Area& area = panel.layout.chart;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {panel.px(12), panel.px(8)});
    const PanelWindow window(panel, "chart", area, PanelWindow::Ground::panel,
                             ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleVar();
    if (!window || area.width < panel.px(120)) return;

    hairline(panel, {area.x, area.y + panel.px(10), 0, area.height - panel.px(20)});
    const Area inner{area.x + panel.px(8), area.y + panel.px(8), area.width - panel.px(16), area.height - panel.px(14)};
    const bool dark = panel.state.blindfolded;
    if (dark || (panel.scene.paths().paths.empty() && panel.scene.paths().recorded.empty())) {
        const char* const words =
            dark ? "Dark until you reveal it." : "Put a start into a view, and its run shows here.";
        const std::string fitting = shortened(panel.fonts.caption, words, inner.width);
        ImGui::SetCursorScreenPos({inner.x + (inner.width - text_width(panel.fonts.caption, fitting)) / 2,
                                   inner.y + inner.height / 2 - panel.fonts.caption->FontSize});
        text(panel, fitting, Tone::quiet, panel.fonts.caption);
        return;
    }
    const bool beside = larger_beside(panel, inner);
    const float width = beside ? inner.width / 2 : inner.width, height = beside ? inner.height : inner.height / 2;
    const std::array<Area, 2> places{
        {{inner.x, inner.y, width, height},
         {beside ? inner.x + width : inner.x, beside ? inner.y : inner.y + height, width, height}}};
    const std::array<StepChart, 2>& plots = panel.state.step_charts.update(
        panel.scene.paths(), {inside_axes(panel, places[0]), inside_axes(panel, places[1])},
        panel.session.display.chart_scale == ChartScale::logarithmic, epochs_a_step(panel));
    for (std::size_t i = 0; i < places.size(); ++i) {
        draw_axes(panel, plots[i], places[i].x + panel.px(4));
        draw_lines(panel, plots[i]);
        draw_cursor(panel, plots[i]);
    }
    static constexpr std::array<std::string_view, 2> scales = {"lin", "log"};
    ChartScale& scale = panel.session.display.chart_scale;
    int chosen = static_cast<int>(scale);
    ImGui::SetCursorScreenPos({area.x + area.width - panel.px(10 + 74), area.y + panel.px(4)});
    if (segmented(panel, "scale", scales, chosen)) scale = static_cast<ChartScale>(chosen);
    // Without room the switch is in the lens alone.
    if (!panel.scene.landscape().data || width < panel.px(280)) return;
    static constexpr std::array<std::string_view, 2> counts = {"steps", "epochs"};
    int counted = panel.session.display.data.by_epoch ? 1 : 0;
    ImGui::SetCursorScreenPos({area.x + area.width - panel.px(10 + 74 + 118), area.y + panel.px(4)});
    if (segmented(panel, "counted", counts, counted)) panel.session.display.data.by_epoch = counted == 1;
    tooltip(panel, "An epoch is a pass over all samples, so that runs are compared at equal work");
}

}  // namespace thalweg
