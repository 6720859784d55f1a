#include "app/panels/plot.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "app/panels/stroke.h"
#include "app/panels/widgets.h"
#include "app/scene/contrast.h"

namespace thalweg {
namespace {

/// How many numbers stand beside a chart of this height.
int rows_in(const Panel& panel, float height) {
    return std::clamp(static_cast<int>(height / panel.px(30)), 2, 8);
}

}  // namespace

void draw_chart_frame(const Panel& panel, const Area& area, const ChartAxis& along, const ChartAxis& up, bool whole) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImFont* const font = panel.fonts.caption;
    const ImU32 quiet = pack(panel.colors.quiet_text), line = pack(panel.colors.line);
    const float hair = std::max(1.0F, std::round(panel.px(1)));
    // Just above the chart is its title.
    const float highest = area.y - panel.px(4);
    for (const ChartTick& tick : ticks(up, rows_in(panel, area.height))) {
        const float y = std::round(area.y + area.height * static_cast<float>(1 - up.share(tick.value)));
        list.AddRectFilled({area.x, y}, {area.x + area.width, y + hair}, line);
        write(list, font,
              {area.x - panel.px(6) - text_width(font, tick.words), std::max(y - font->FontSize / 2, highest)}, quiet,
              tick.words);
    }
    float free = area.x;
    const float end = area.x + area.width + panel.px(10);
    std::vector<ChartTick> columns = ticks(along, std::clamp(static_cast<int>(area.width / panel.px(60)), 1, 10));
    std::ranges::sort(columns, {}, &ChartTick::value);
    for (const ChartTick& tick : columns) {
        if (whole && tick.value != std::round(tick.value)) continue;
        const float width = text_width(font, tick.words);
        const float middle = area.x + area.width * static_cast<float>(along.share(tick.value));
        const float x = std::min(middle - width / 2, end - width);
        if (x < free - panel.px(10)) continue;
        write(list, font, {x, area.y + area.height + panel.px(3)}, quiet, tick.words);
        free = x + width + panel.px(10);
    }
}

namespace {

/// Where a value lies on its axis, kept near the chart; nullopt where it has no place.
std::optional<float> share_of(const ChartAxis& axis, double value) {
    if (!std::isfinite(value) || (axis.logarithmic && !(value > 0))) return std::nullopt;
    return static_cast<float>(std::clamp(axis.share(value), -1.0, 2.0));
}

}  // namespace

Plot::Plot(const Panel& panel, const char* id, float height, const ChartAxis& along, const ChartAxis& up,
           std::string_view title_along, std::string_view title_up)
    : panel_(panel), along_(along), up_(up) {
    ImFont* const font = panel.fonts.caption;
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float line = font->FontSize + panel.px(5), inner_height = std::max(height - 3 * line, 1.0F);
    // Charts below each other are in line, unless a number needs more room.
    float left = panel.px(52);
    for (const ChartTick& tick : ticks(up, rows_in(panel, inner_height)))
        left = std::max(left, text_width(font, tick.words) + panel.px(7));
    const float right = panel.px(10);
    area_ = {corner.x + left, corner.y + line, std::max(width - left - right, 1.0F), inner_height};
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImU32 quiet = pack(panel.colors.quiet_text);
    write(list, font, {corner.x, corner.y}, pack(panel.colors.text), title_up);
    draw_chart_frame(panel, area_, along, up, false);
    write(list, font,
          {area_.x + area_.width - text_width(font, title_along), area_.y + area_.height + line - panel.px(2)}, quiet,
          title_along);

    ImGui::SetCursorScreenPos({area_.x, area_.y});
    ImGui::InvisibleButton(id, {area_.width, area_.height});
    if (ImGui::IsItemActive()) held_ = along.value((ImGui::GetIO().MousePos.x - area_.x) / area_.width);
    ImGui::SetCursorScreenPos(corner);
    ImGui::Dummy({width, height});
}

ImVec2 Plot::at(double along, double up) const {
    return {area_.x + area_.width * share_of(along_, along).value_or(0.0F),
            area_.y + area_.height * (1 - share_of(up_, up).value_or(0.0F))};
}

double Plot::value_up(float y) const {
    return up_.value(1 - (y - area_.y) / area_.height);
}

void Plot::curve(std::span<const double> along, std::span<const double> up, const Color& color, float width) const {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float over = panel_.px(2);
    list.PushClipRect({area_.x - over, area_.y - over}, {area_.x + area_.width + over, area_.y + area_.height + over},
                      true);
    const ImU32 ink = pack(told_from(color, panel_.colors.panel));
    std::vector<ImVec2> points;
    const auto stroke_piece = [&] {
        stroke(list, points, ink, panel_.px(width));
        points.clear();
    };
    for (std::size_t i = 0; i < std::min(along.size(), up.size()); ++i) {
        if (share_of(along_, along[i]) && share_of(up_, up[i]))
            points.push_back(at(along[i], up[i]));
        else
            stroke_piece();
    }
    stroke_piece();
    list.PopClipRect();
}

void Plot::vertical(double along, const Color& color, float width) const {
    const auto share = share_of(along_, along);
    if (!share || *share < 0 || *share > 1) return;
    const float x = area_.x + area_.width * *share, half = std::max(panel_.px(width) / 2, 0.5F);
    ImGui::GetWindowDrawList()->AddRectFilled({x - half, area_.y}, {x + half, area_.y + area_.height}, pack(color));
}

void Plot::horizontal(double up, const Color& color, float width) const {
    const auto share = share_of(up_, up);
    if (!share || *share < 0 || *share > 1) return;
    const float y = area_.y + area_.height * (1 - *share), half = std::max(panel_.px(width) / 2, 0.5F);
    ImGui::GetWindowDrawList()->AddRectFilled({area_.x, y - half}, {area_.x + area_.width, y + half}, pack(color));
}

void Plot::mark(double along, double up, Marker marker, const Color& color, float radius) const {
    const auto x = share_of(along_, along), y = share_of(up_, up);
    if (!x || !y || *x < 0 || *x > 1 || *y < 0 || *y > 1) return;
    draw_marker(*ImGui::GetWindowDrawList(), marker, at(along, up), panel_.px(radius),
                pack(told_from(color, panel_.colors.panel)), pack(panel_.colors.panel), panel_.px(1.5F));
}

void Plot::note(double along, double up, std::string_view words, const Color& color) const {
    ImFont* const font = panel_.fonts.caption;
    const ImVec2 place = at(along, up);
    const float width = text_width(font, words), gap = panel_.px(8);
    const bool fits_right = place.x + gap + width <= area_.x + area_.width;
    const float x = fits_right ? place.x + gap : std::max(place.x - gap - width, area_.x);
    const float y =
        std::clamp(place.y - font->FontSize - panel_.px(2), area_.y, area_.y + area_.height - font->FontSize);
    write(*ImGui::GetWindowDrawList(), font, {x, y}, pack(color), words);
}

}  // namespace thalweg
