#include "app/lenses/many_paths.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

#include "app/lenses/lens_ink.h"
#include "app/scene/on_plane.h"
#include "app/view/world.h"

namespace thalweg {
namespace {

constexpr double told_apart = 1.0 / 4000;
/// Spots that are drawn of a trail's beginning and of its end.
constexpr std::size_t beginning = 3000, end_of_trail = 500;

/// The last spot that is reached at the step.
std::size_t reached(const ColoredPath& path, double step) {
    const auto next = std::ranges::upper_bound(path.row_of, step, {}, [](int row) { return static_cast<double>(row); });
    return static_cast<std::size_t>(std::max<std::ptrdiff_t>(next - path.row_of.begin() - 1, 0));
}

}  // namespace

ColoredPath colored_path(const Trajectory& trajectory, const HeightScale& scale, const Color& color,
                         const LandscapePart& landscape, bool flies_off) {
    const Box& domain = landscape.domain;
    const std::vector<double> on_plane = heights_on_plane(landscape, trajectory);
    const std::vector<double>& heights = on_plane.empty() ? trajectory.losses : on_plane;
    ColoredPath path{.spots = {}, .row_of = {}, .color = color};
    for (int row = 0; row < trajectory.rows(); ++row) {
        const auto place = trajectory.position(row);
        const Spot spot{place[0], place.size() > 1 ? place[1] : 0.0,
                        surface_z(scale, heights[static_cast<std::size_t>(row)])};
        if (!std::isfinite(spot.x) || !std::isfinite(spot.y) || !std::isfinite(spot.z)) break;
        if (!path.spots.empty() && std::abs(spot.x - path.spots.back().x) < told_apart * domain.width() &&
            std::abs(spot.y - path.spots.back().y) < told_apart * domain.height())
            continue;
        path.spots.push_back(spot);
        path.row_of.push_back(row);
        if (flies_off && !domain.contains(spot.x, spot.y)) break;
    }
    return path;
}

Spot spot_at(const ColoredPath& path, double step) {
    const std::size_t from = reached(path, step);
    if (from + 1 >= path.spots.size()) return path.spots.back();
    const Spot &a = path.spots[from], &b = path.spots[from + 1];
    const double share = std::clamp((step - path.row_of[from]) / (path.row_of[from + 1] - path.row_of[from]), 0.0, 1.0);
    return {std::lerp(a.x, b.x, share), std::lerp(a.y, b.y, share), std::lerp(a.z, b.z, share)};
}

void draw_colored_path(Ink& ink, const ColoredPath& path, double step, const Placement& placement,
                       const InkStyle& style, float width) {
    if (path.spots.empty()) return;
    const std::size_t count = reached(path, step) + 1;
    const Spot head = spot_at(path, step);
    std::vector<Spot> trail(path.spots.begin(), path.spots.begin() + static_cast<std::ptrdiff_t>(count));
    trail.push_back(head);
    std::vector<Polyline> lines;
    const std::span<const Spot> all(trail);
    if (all.size() > beginning + end_of_trail) {
        placement.path(all.first(beginning), lines);
        placement.path(all.last(end_of_trail), lines);
    } else {
        placement.path(all, lines);
    }
    for (Polyline& line : lines) line = simplified(line, 0.3F);
    stroke(ink, style, lines, path.color, width);
    if (const auto at = placement.point({head.x, head.y, placement.raised(head)}))
        ink.glyph(*at, InkShape::disc, style.px(width + 2.0F), path.color, mark_outline, style.px(1.2F));
}

}  // namespace thalweg
