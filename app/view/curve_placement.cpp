#include "app/view/curve_placement.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <limits>

#include "app/view/world.h"

namespace thalweg {
namespace {

/// Pixels beyond which floats are of no use; lines go there all the same.
constexpr double farthest = 1e7;

InkPoint ink_point(const PlanePoint& p) {
    return {.x = static_cast<float>(p.x), .y = static_cast<float>(p.y), .depth = 0.0F};
}

}  // namespace

double line_z(const HeightScale& scale, double value) {
    if (scale.kind == HeightScaleKind::logarithmic) return world_height * scale.height(value);
    return world_height * (value - scale.low) / (scale.high - scale.low);
}

CurvePlacement::CurvePlacement(const Scene& scene, const CurvePlot& plot, float scale)
    : scene_(scene), plot_(plot), scale_(scale) {}

double CurvePlacement::value(double x) const {
    const auto& evaluator = scene_.landscape().evaluator;
    return evaluator ? evaluator->value(std::array{x, 0.0}) : std::numeric_limits<double>::quiet_NaN();
}

double CurvePlacement::value(const Spot& spot) const {
    const HeightScale& scale = scene_.surface().scale;
    if (spot.z == 0.0 || spot.z == world_height) {
        const double f = value(spot.x);
        if (spot.z == 0.0 ? f < scale.low : f > scale.high) return f;
    }
    return scale.value(spot.z / world_height);
}

PixelPoint CurvePlacement::pixel(const Spot& spot) const {
    return plot_.pixel(spot.x, value(spot));
}

std::optional<InkPoint> CurvePlacement::point(const Spot& spot) const {
    const PixelPoint pixel_of = pixel(spot);
    if (!plot_.contains(pixel_of)) return std::nullopt;
    return ink_point({pixel_of.x, pixel_of.y});
}

void CurvePlacement::clip(std::span<const PixelPoint> points, std::vector<Polyline>& lines) const {
    const Box area{plot_.left, plot_.right(), plot_.top, plot_.bottom()};
    Polyline line;
    const auto finish = [&] {
        if (line.size() > 1) lines.push_back(line);
        line.clear();
    };
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const PixelPoint &a = points[i], &b = points[i + 1];
        const bool finite = std::isfinite(a.x) && std::isfinite(a.y) && std::isfinite(b.x) && std::isfinite(b.y);
        const auto shown = finite ? clip_segment({a.x, a.y}, {b.x, b.y}, area) : std::nullopt;
        if (!shown) {
            finish();
            continue;
        }
        if (line.empty() || shown->share_from > 0.0) {
            finish();
            line.push_back(ink_point(shown->from));
        }
        line.push_back(ink_point(shown->to));
        if (shown->share_to < 1.0) finish();
    }
    finish();
}

void CurvePlacement::path(std::span<const Spot> spots, std::vector<Polyline>& lines) const {
    std::vector<PixelPoint> points;
    points.reserve(spots.size());
    for (const Spot& spot : spots) points.push_back(pixel(spot));
    clip(points, lines);
}

std::optional<std::pair<InkPoint, InkPoint>> CurvePlacement::arrow(const Spot& tail, double dx, double /*dy*/,
                                                                   double rise, double length) const {
    const std::optional<InkPoint> from = point(tail);
    const double climbed = scene_.surface().scale.value((tail.z + rise) / world_height) - value(tail);
    const double x = dx * plot_.x_scale(), y = -climbed * plot_.y_scale();
    const double size = std::hypot(x, y);
    if (!from || !(size > 0.0) || size > farthest) return std::nullopt;
    return std::pair{*from, InkPoint{.x = from->x + static_cast<float>(x * length / size),
                                     .y = from->y + static_cast<float>(y * length / size),
                                     .depth = 0.0F}};
}

std::pair<Spot, Spot> CurvePlacement::axis(const Spot& middle, double dx, double /*dy*/, double length) const {
    const double reach = dx == 0.0 ? 0.0 : length / plot_.x_scale();
    return {{middle.x - reach, middle.y, middle.z}, {middle.x + reach, middle.y, middle.z}};
}

}  // namespace thalweg
