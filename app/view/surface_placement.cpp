#include "app/view/surface_placement.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <glm/geometric.hpp>

namespace thalweg {
namespace {

/// How far around the domain things are shown, world units.
constexpr double margin = 0.12;
/// How much nearer to the eye ink counts than it is: more than the mesh is wrong, less than a hill is thick.
constexpr double lift = 0.03;
/// Long steps are laid over the surface in pieces of about this many pixels.
constexpr double piece_pixels = 7.0;
constexpr int most_pieces = 96;

}  // namespace

SurfacePlacement::SurfacePlacement(const World& world, const Camera& camera, const HeightField& field,
                                   double target_distance)
    : world_(world),
      camera_(camera),
      field_(field),
      unit_pixels_(camera.pixels_per_unit(target_distance)),
      reach_{-world.half_x - margin, world.half_x + margin, -world.half_y - margin, world.half_y + margin} {}

std::optional<InkPoint> SurfacePlacement::project(const glm::dvec3& position) const {
    const std::optional<DepthPixel> pixel = camera_.project(position, lift);
    if (!pixel) return std::nullopt;
    return InkPoint{static_cast<float>(pixel->x), static_cast<float>(pixel->y), static_cast<float>(pixel->depth)};
}

PlaneView SurfacePlacement::seen() const {
    const PlanePoint low = world_.plane(reach_.x0, reach_.y0), high = world_.plane(reach_.x1, reach_.y1);
    return {.box = {low.x, high.x, low.y, high.y},
            .pixels_x = unit_pixels_ * world_.x_scale(),
            .pixels_y = unit_pixels_ * world_.y_scale()};
}

/// Between the samples linearly; below everything where there is no surface.
double SurfacePlacement::surface_height(double world_x, double world_y) const {
    const double column = (world_x / world_.half_x + 1.0) * 0.5 * (field_.columns - 1);
    const double row = (world_y / world_.half_y + 1.0) * 0.5 * (field_.rows - 1);
    if (!(column >= 0.0 && row >= 0.0 && column <= field_.columns - 1 && row <= field_.rows - 1)) return -1.0;
    const auto c = static_cast<std::size_t>(std::min(column, field_.columns - 2.0));
    const auto r = static_cast<std::size_t>(std::min(row, field_.rows - 2.0));
    const double across = column - static_cast<double>(c), up = row - static_cast<double>(r);
    const auto sample = [&](std::size_t dc, std::size_t dr) {
        const std::size_t node = (r + dr) * static_cast<std::size_t>(field_.columns) + c + dc;
        return static_cast<double>(field_.samples[node * 4]);
    };
    return world_height * ((1 - up) * ((1 - across) * sample(0, 0) + across * sample(1, 0)) +
                           up * ((1 - across) * sample(0, 1) + across * sample(1, 1)));
}

std::optional<InkPoint> SurfacePlacement::point(const Spot& spot) const {
    const double x = world_.x(spot.x), y = world_.y(spot.y);
    if (!std::isfinite(spot.z) || !reach_.contains(x, y)) return std::nullopt;
    return project({x, y, spot.z});
}

double SurfacePlacement::raised(const Spot& spot) const {
    return std::max(spot.z, surface_height(world_.x(spot.x), world_.y(spot.y)));
}

void SurfacePlacement::trace(std::span<const Spot> spots, bool on_floor, std::vector<Polyline>& lines) const {
    Polyline line;
    const auto finish = [&] {
        if (line.size() > 1) lines.push_back(line);
        line.clear();
    };
    const auto add = [&](double x, double y, double z) {
        const double height = on_floor ? floor_height : std::max(z, surface_height(x, y));
        const std::optional<InkPoint> seen = project({x, y, height});
        if (seen) {
            line.push_back(*seen);
        } else {
            finish();
        }
        return seen;
    };
    for (std::size_t i = 0; i + 1 < spots.size(); ++i) {
        const Spot& a = spots[i];
        const Spot& b = spots[i + 1];
        const PlanePoint from = {world_.x(a.x), world_.y(a.y)}, to = {world_.x(b.x), world_.y(b.y)};
        const std::optional<ClippedSegment> shown =
            std::isfinite(a.z) && std::isfinite(b.z) ? clip_segment(from, to, reach_) : std::nullopt;
        if (!shown) {
            finish();
            continue;
        }
        const glm::dvec3 start(shown->from.x, shown->from.y, std::lerp(a.z, b.z, shown->share_from));
        const glm::dvec3 end(shown->to.x, shown->to.y, std::lerp(a.z, b.z, shown->share_to));
        if (line.empty() || shown->share_from > 0.0) {
            finish();
            add(start.x, start.y, start.z);
        }
        const double length = std::hypot(end.x - start.x, end.y - start.y) * unit_pixels_;
        const int pieces = std::clamp(static_cast<int>(length / piece_pixels), 1, most_pieces);
        for (int piece = 1; piece <= pieces; ++piece) {
            const double share = static_cast<double>(piece) / pieces;
            const glm::dvec3 position = start + share * (end - start);
            add(position.x, position.y, position.z);
        }
        if (shown->share_to < 1.0) finish();
    }
    finish();
}

void SurfacePlacement::path(std::span<const Spot> spots, std::vector<Polyline>& lines) const {
    trace(spots, false, lines);
}

void SurfacePlacement::floor_path(std::span<const Spot> spots, std::vector<Polyline>& lines) const {
    trace(spots, true, lines);
}

std::optional<InkPoint> SurfacePlacement::floor_point(const Spot& spot) const {
    return point({spot.x, spot.y, floor_height});
}

std::optional<std::pair<InkPoint, InkPoint>> SurfacePlacement::arrow(const Spot& tail, double dx, double dy,
                                                                     double rise, double length) const {
    const glm::dvec3 way(dx * world_.x_scale(), dy * world_.y_scale(), rise);
    const double size = glm::length(way);
    if (!std::isfinite(size) || size <= 0.0) return std::nullopt;
    const glm::dvec3 from(world_.x(tail.x), world_.y(tail.y), tail.z);
    if (!std::isfinite(from.z) || !reach_.contains(from.x, from.y)) return std::nullopt;
    const std::optional<InkPoint> start = project(from), end = project(from + way * (length / unit_pixels_ / size));
    if (!start || !end) return std::nullopt;
    return std::pair{*start, *end};
}

std::pair<Spot, Spot> SurfacePlacement::axis(const Spot& middle, double dx, double dy, double length) const {
    const double size = std::hypot(dx * world_.x_scale(), dy * world_.y_scale());
    if (!(size > 0.0)) return {middle, middle};
    // Laid over the surface below, the line climbs its walls: shortened so that its whole length is as asked.
    const double wanted = length / unit_pixels_;
    const auto end = [&](double sign) {
        double reach = wanted;
        Spot spot = middle;
        for (int i = 0; i < 6; ++i) {
            spot = {middle.x + sign * reach / size * dx, middle.y + sign * reach / size * dy, middle.z};
            reach *= wanted / std::max(wanted, std::hypot(reach, raised(spot) - middle.z));
        }
        return spot;
    };
    return {end(-1.0), end(1.0)};
}

}  // namespace thalweg
