#include "app/view/contour_placement.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "app/scene/map_part.h"

namespace thalweg {
namespace {

/// Margins at scale 1, pixels: numbers of the y axis, nothing, colour bar with its numbers, numbers of the x axis.
constexpr double left_margin = 52, top_margin = 24, right_margin = 84, bottom_margin = 38;
/// The plot keeps at least this share of the picture; else it takes all of it.
constexpr double least_share = 0.4;

}  // namespace

MapPlot plot_of(const Session& session, const ViewFrame& frame) {
    const double scale = frame.scale;
    MapPlot plot{.left = std::round(left_margin * scale),
                 .top = std::round(top_margin * scale),
                 .width = frame.width - std::round((left_margin + right_margin) * scale),
                 .height = frame.height - std::round((top_margin + bottom_margin) * scale),
                 .window = {}};
    if (plot.width < least_share * frame.width || plot.height < least_share * frame.height) {
        plot = {.left = 0,
                .top = 0,
                .width = static_cast<double>(frame.width),
                .height = static_cast<double>(frame.height),
                .window = {},
                .bare = true};
    }
    // In the domain's proportions, in the middle: the map of the whole domain shows nothing else.
    const double aspect = drawn_aspect(session.landscape.domain);
    if (std::isfinite(aspect)) {
        const double width = std::min(plot.width, std::round(plot.height * aspect));
        const double height = std::min(plot.height, std::round(plot.width / aspect));
        plot.left += std::floor((plot.width - width) / 2);
        plot.top += std::floor((plot.height - height) / 2);
        plot.width = std::max(width, 1.0);
        plot.height = std::max(height, 1.0);
    }
    plot.window = map_window(session.display.map, session.landscape.domain, static_cast<int>(plot.width),
                             static_cast<int>(plot.height));
    return plot;
}

InkPoint ContourPlacement::place(double x, double y) const {
    const PixelPoint pixel = plot_.pixel(x, y);
    return {.x = static_cast<float>(pixel.x), .y = static_cast<float>(pixel.y), .depth = 0.0F};
}

std::optional<InkPoint> ContourPlacement::point(const Spot& spot) const {
    if (!plot_.window.contains(spot.x, spot.y)) return std::nullopt;
    return place(spot.x, spot.y);
}

void ContourPlacement::path(std::span<const Spot> spots, std::vector<Polyline>& lines) const {
    Polyline line;
    const auto finish = [&] {
        if (line.size() > 1) lines.push_back(line);
        line.clear();
    };
    for (std::size_t i = 0; i + 1 < spots.size(); ++i) {
        const PlanePoint a = {spots[i].x, spots[i].y}, b = {spots[i + 1].x, spots[i + 1].y};
        const std::optional<ClippedSegment> shown = clip_segment(a, b, plot_.window);
        if (!shown) {
            finish();
            continue;
        }
        if (line.empty() || shown->share_from > 0.0) {
            finish();
            line.push_back(place(shown->from.x, shown->from.y));
        }
        line.push_back(place(shown->to.x, shown->to.y));
        if (shown->share_to < 1.0) finish();
    }
    finish();
}

std::optional<std::pair<InkPoint, InkPoint>> ContourPlacement::arrow(const Spot& tail, double dx, double dy,
                                                                     double /*rise*/, double length) const {
    const double x = dx * plot_.width / plot_.window.width(), y = -dy * plot_.height / plot_.window.height();
    const double size = std::hypot(x, y);
    const std::optional<InkPoint> from = point(tail);
    if (!from || !std::isfinite(size) || size <= 0.0) return std::nullopt;
    return std::pair{*from, InkPoint{.x = from->x + static_cast<float>(x * length / size),
                                     .y = from->y + static_cast<float>(y * length / size),
                                     .depth = 0.0F}};
}

std::pair<Spot, Spot> ContourPlacement::axis(const Spot& middle, double dx, double dy, double length) const {
    const double size = std::hypot(dx * plot_.width / plot_.window.width(), dy * plot_.height / plot_.window.height());
    const double factor = size > 0.0 ? length / size : 0.0;
    return {{middle.x - factor * dx, middle.y - factor * dy, middle.z},
            {middle.x + factor * dx, middle.y + factor * dy, middle.z}};
}

}  // namespace thalweg
