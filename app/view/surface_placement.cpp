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

/// Height of the field, z in world units; below everything where there is no surface.
double height_of(const HeightField& field, const World& world, double world_x, double world_y) {
    const double share_x = 0.5 * (world_x / world.half_x + 1.0), share_y = 0.5 * (world_y / world.half_y + 1.0);
    if (!(share_x >= 0.0 && share_y >= 0.0 && share_x <= 1.0 && share_y <= 1.0)) return -1.0;
    return world_height * field.height_at(share_x, share_y);
}

}  // namespace

SurfacePlacement::SurfacePlacement(const World& world, const Camera& camera, const StandingSurface& surface,
                                   double target_distance)
    : world_(world),
      camera_(camera),
      surface_(surface),
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

double SurfacePlacement::surface_height(double world_x, double world_y) const {
    return height_of(surface_.sampled, world_, world_x, world_y);
}

/// Where a thing appears that stands on the surface, or over or under it.
std::optional<InkPoint> SurfacePlacement::stand(const glm::dvec3& position) const {
    if (&surface_.shown == &surface_.sampled) return project(position);
    const double moved =
        height_of(surface_.shown, world_, position.x, position.y) - surface_height(position.x, position.y);
    return project({position.x, position.y, position.z + moved});
}

std::optional<InkPoint> SurfacePlacement::point(const Spot& spot) const {
    const double x = world_.x(spot.x), y = world_.y(spot.y);
    if (!std::isfinite(spot.z) || !reach_.contains(x, y)) return std::nullopt;
    return stand({x, y, spot.z});
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
        const std::optional<InkPoint> seen =
            on_floor ? project({x, y, floor_height}) : stand({x, y, std::max(z, surface_height(x, y))});
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
    const double x = world_.x(spot.x), y = world_.y(spot.y);
    if (!reach_.contains(x, y)) return std::nullopt;
    return project({x, y, floor_height});
}

std::optional<std::pair<InkPoint, InkPoint>> SurfacePlacement::arrow(const Spot& tail, double dx, double dy,
                                                                     double rise, double length) const {
    const glm::dvec3 way(dx * world_.x_scale(), dy * world_.y_scale(), rise);
    const double size = glm::length(way);
    if (!std::isfinite(size) || size <= 0.0) return std::nullopt;
    const glm::dvec3 from(world_.x(tail.x), world_.y(tail.y), tail.z);
    if (!std::isfinite(from.z) || !reach_.contains(from.x, from.y)) return std::nullopt;
    const glm::dvec3 to = from + way * (length / unit_pixels_ / size);
    const std::optional<InkPoint> start = stand(from), end = stand(to);
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

glm::dvec3 SurfacePlacement::world(const Spot& spot) const {
    return {world_.x(spot.x), world_.y(spot.y), spot.z};
}

}  // namespace thalweg
