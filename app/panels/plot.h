#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "app/panels/chart_axis.h"
#include "app/panels/panel.h"

namespace thalweg {

/// The frame of a small chart: numbers beside the ticks of both axes, level rules, and the axes' titles.
/// area: inside the axes. whole: the numbers along are counts, so that only whole ones are marked.
void draw_chart_frame(const Panel& panel, const Area& area, const ChartAxis& along, const ChartAxis& up, bool whole);

/// A small chart in a panel, at ImGui's cursor: drawn as soon as it is made, then curves and marks are added.
class Plot {
  public:
    /// height: in pixels; the width is what the panel has. Titles stand above the chart and below its right end.
    Plot(const Panel& panel, const char* id, float height, const ChartAxis& along, const ChartAxis& up,
         std::string_view title_along, std::string_view title_up);

    /// Pixels of a point; what is not finite lies at the foot.
    ImVec2 at(double along, double up) const;

    /// A line through points with the same index; it breaks where a value is not finite (or not positive on a
    /// logarithmic axis).
    void curve(std::span<const double> along, std::span<const double> up, const Color& color, float width = 2) const;
    void vertical(double along, const Color& color, float width = 1) const;
    void horizontal(double up, const Color& color, float width = 1) const;
    void mark(double along, double up, Marker marker, const Color& color, float radius = 5) const;
    /// Words beside a point, on the side where there is room.
    void note(double along, double up, std::string_view words, const Color& color) const;

    /// While the pointer is held on the chart: the value along at the pointer.
    std::optional<double> held() const { return held_; }
    /// The value up at a height in pixels of the window, kept on the chart.
    double value_up(float y) const;

  private:
    const Panel& panel_;
    Area area_;
    ChartAxis along_, up_;
    std::optional<double> held_;
};

}  // namespace thalweg
