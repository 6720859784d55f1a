#include "app/view/curve_plot.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace thalweg {
namespace {

/// At scale 1, pixels: numbers of the y axis, its title, nothing, numbers of the x axis.
constexpr double left_margin = 64, top_margin = 30, right_margin = 24, bottom_margin = 40;
constexpr double lane_height = 22;
/// The plot keeps at least this share of the picture; else it takes all of it.
constexpr double least_share = 0.4;
/// Of the window, what is shown beyond either of its ends.
constexpr double beyond = 0.05;
/// Of the range of values, what stays free below and above.
constexpr double below = 0.08, above = 0.10;
constexpr std::size_t samples = 1025;
/// Of the middle nine tenths' range, what is shown beyond them where the curve runs off to a pole.
constexpr double towards_pole = 0.6;
/// A tail so many times longer than the middle nine tenths' range, and than what is nine tenths of the way along it,
/// is a pole. (A narrow well that the samples resolve is none: several of them lie near its bottom.)
constexpr double tail_of_pole = 4;

/// The range of values that is shown; clipped: both tails are cut off, whether or not they look like poles.
std::pair<double, double> shown_values(std::vector<double> values, bool clipped) {
    const HeightScale all = fit_height_scale(HeightScaleKind::linear, values);
    std::erase_if(values, [](double f) { return !std::isfinite(f); });
    if (values.empty()) return {all.low, all.high};
    std::ranges::sort(values);
    const auto share = [&](std::size_t part) { return values[values.size() / part]; };
    const auto share_from_above = [&](std::size_t part) { return values[values.size() - 1 - values.size() / part]; };
    const double low = share(20), high = share_from_above(20), middle = high - low;
    if (!(middle > 0.0)) return {all.low, all.high};
    const auto is_pole = [&](double tail, double most_of_it) {
        return clipped || (tail > tail_of_pole * middle && tail > tail_of_pole * most_of_it);
    };
    const double reach = towards_pole * middle;
    return {is_pole(low - all.low, low - share(100)) ? std::max(all.low, low - reach) : all.low,
            is_pole(all.high - high, share_from_above(100) - high) ? std::min(all.high, high + reach) : all.high};
}

}  // namespace

CurvePlot curve_frame(const Session& session, const ViewFrame& frame) {
    const double scale = frame.scale;
    CurvePlot plot{.left = std::round(left_margin * scale),
                   .top = std::round(top_margin * scale),
                   .width = frame.width - std::round((left_margin + right_margin) * scale),
                   .height = frame.height - std::round((top_margin + bottom_margin + lane_height) * scale),
                   .lane = std::round(lane_height * scale)};
    if (plot.width < least_share * frame.width || plot.height < least_share * frame.height)
        plot = {.left = 0,
                .top = 0,
                .width = static_cast<double>(frame.width),
                .height = static_cast<double>(frame.height)};
    const Box& map = session.display.map;
    const double margin = beyond * map.width();
    plot.x0 = map.x0 - margin;
    plot.x1 = map.x1 + margin;
    return plot;
}

CurvePlot curve_plot(const Session& session, const Scene& scene, const ViewFrame& frame) {
    CurvePlot plot = curve_frame(session, frame);
    const auto& landscape = scene.landscape().landscape;
    if (landscape == nullptr) return plot;
    std::vector<double> x(samples), f(samples);
    for (std::size_t i = 0; i < samples; ++i)
        x[i] = std::lerp(plot.x0, plot.x1, static_cast<double>(i) / static_cast<double>(samples - 1));
    landscape->grid_values(x, std::array{0.0}, f);
    const bool clipped = session.landscape.height_scale == HeightScaleKind::clipped ||
                         choose_height_scale(f) == HeightScaleKind::clipped;
    const auto [low, high] = shown_values(std::move(f), clipped);
    plot.y0 = low - below * (high - low);
    plot.y1 = high + above * (high - low);
    return plot;
}

}  // namespace thalweg
