#include "app/view/arrow_ink.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

#include "app/view/polyline.h"
#include "app/view/world.h"

namespace thalweg {
namespace {

constexpr float shortest_step_arrow = 8.0F, shortest_field_arrow = 6.0F;
constexpr float field_opacity = 0.5F;
constexpr float clear_of_marks = 15.0F;
/// Where the slope is less than this share of the steepest in sight there is no arrow: a plateau shows none.
constexpr double plateau = 1e-7;

/// Change of the drawn height along (dx, dy), from the gradient there.
double rise_along(const HeightScale& scale, double f, double fx, double fy, double dx, double dy) {
    const double height = scale.height(f);
    if (!(height >= 0.0 && height <= 1.0)) return 0.0;
    const double rise = world_height * scale.slope(f) * (fx * dx + fy * dy);
    return std::isfinite(rise) ? rise : 0.0;
}

/// Ends an arrow at the area's edge; false if no more than `shortest` is left of it.
bool end_within(std::pair<InkPoint, InkPoint>& arrow, const Box& area, float shortest) {
    auto& [tail, tip] = arrow;
    const auto shown = clip_segment({tail.x, tail.y}, {tip.x, tip.y}, area);
    if (!shown) return false;
    const auto share = static_cast<float>(shown->share_to);
    tip = {std::lerp(tail.x, tip.x, share), std::lerp(tail.y, tip.y, share), std::lerp(tail.depth, tip.depth, share)};
    return std::hypot(tip.x - tail.x, tip.y - tail.y) > shortest;
}

}  // namespace

void draw_field(Ink& ink, const Session& session, const Scene& scene, std::span<const PlanePoint> nodes,
                const Placement& placement, const InkStyle& style, float longest, std::span<const InkPoint> taken,
                const Box& within) {
    const auto& landscape = scene.landscape().landscape;
    if (landscape == nullptr || nodes.empty()) return;
    const std::size_t count = nodes.size();
    std::vector<double> x(count), y(count), f(count), fx(count), fy(count), sizes(count);
    for (std::size_t i = 0; i < count; ++i) {
        x[i] = nodes[i].x;
        y[i] = nodes[i].y;
    }
    landscape->gradients(x, y, f, fx, fy);
    double steepest = 0.0;
    for (std::size_t i = 0; i < count; ++i) {
        sizes[i] = std::hypot(fx[i], fy[i]);
        if (std::isfinite(sizes[i])) steepest = std::max(steepest, sizes[i]);
    }
    const SlopeLengths lengths(sizes);
    const double sign = session.display.arrow_direction == ArrowDirection::ascent ? 1.0 : -1.0;
    const HeightScale& scale = scene.surface().scale;
    for (std::size_t i = 0; i < count; ++i) {
        if (!std::isfinite(sizes[i]) || sizes[i] <= plateau * steepest) continue;
        const double dx = sign * fx[i] / sizes[i], dy = sign * fy[i] / sizes[i];
        const Spot tail = {x[i], y[i], surface_z(scale, f[i])};
        auto ends = placement.arrow(tail, dx, dy, rise_along(scale, f[i], fx[i], fy[i], dx, dy),
                                    style.px(lengths.length(sizes[i], std::min(longest_slope_arrow, longest))));
        if (!ends) continue;
        const bool crowded = std::ranges::any_of(taken, [&](const InkPoint& mark) {
            return std::hypot(mark.x - ends->first.x, mark.y - ends->first.y) < style.px(clear_of_marks);
        });
        if (crowded || !end_within(*ends, within, style.px(shortest_field_arrow))) continue;
        ink.arrow(ends->first, ends->second, style.px(1.5F), mark_fill.with_alpha(field_opacity),
                  mark_outline.with_alpha(0.30F), style.px(0.8F));
    }
}

void draw_live_arrows(Ink& ink, const Session& session, const Scene& scene, const PathTraces& traces,
                      const Placement& placement, const InkStyle& style) {
    const HeightScale& scale = scene.surface().scale;
    const double sign = session.display.arrow_direction == ArrowDirection::ascent ? 1.0 : -1.0;
    for (const PathTrace& trace : traces.paths) {
        const int row = trace.head.row;
        const std::span<const double> gradient = trace.path->trajectory.gradient(row);
        const double fx = gradient[0], fy = gradient.size() > 1 ? gradient[1] : 0.0;
        const double size = std::hypot(fx, fy);
        Spot from = trace.head.spot;
        from.z = placement.raised(from);
        if (row + 1 < trace.rows) {
            const Spot to = spot_of(trace, scale, row + 1);
            const auto whole_from = placement.point(from),
                       whole_to = placement.point({to.x, to.y, placement.raised(to)});
            if (whole_from && whole_to) {
                const float length = std::hypot(whole_to->x - whole_from->x, whole_to->y - whole_from->y);
                if (length > style.px(shortest_step_arrow)) {
                    ink.arrow(*whole_from, *whole_to, style.px(3.2F), optimizer_color(trace.path->color),
                              mark_outline.with_alpha(0.9F), style.px(1.5F));
                }
            }
        }
        if (std::isfinite(size) && size > 0.0) {
            const double dx = sign * fx / size, dy = sign * fy / size;
            const double f = trace.path->height(row);
            const auto ends = placement.arrow(from, dx, dy, rise_along(scale, f, fx, fy, dx, dy),
                                              style.px(7.0F + traces.slopes.length(size, longest_slope_arrow)));
            if (ends) {
                ink.arrow(ends->first, ends->second, style.px(2.4F), mark_fill, mark_outline.with_alpha(0.9F),
                          style.px(1.4F));
            }
        }
    }
}

}  // namespace thalweg
