#pragma once

#include "app/view/camera.h"
#include "app/view/height_field.h"
#include "app/view/placement.h"
#include "app/view/plane_view.h"
#include "app/view/world.h"

namespace thalweg {

/// The surface that things stand on. While the landscape grows out of another one, all of them move along with it.
struct StandingSurface {
    const HeightField& sampled;  ///< as it belongs to the heights of the things
    const HeightField& shown;    ///< as it is drawn
};

/// The surface view's: heights through a camera. What leaves the domain is shown up to a margin around it.
class SurfacePlacement final : public Placement {
  public:
    /// Keeps references to all of them.
    SurfacePlacement(const World& world, const Camera& camera, const StandingSurface& surface, double target_distance);

    std::optional<InkPoint> point(const Spot& spot) const override;
    double raised(const Spot& spot) const override;
    void path(std::span<const Spot> spots, std::vector<Polyline>& lines) const override;
    std::optional<std::pair<InkPoint, InkPoint>> arrow(const Spot& tail, double dx, double dy, double rise,
                                                       double length) const override;
    std::pair<Spot, Spot> axis(const Spot& middle, double dx, double dy, double length) const override;
    /// The spot in the surface view's world.
    glm::dvec3 world(const Spot& spot) const;
    bool has_depth() const override { return true; }

    /// What of the plane is shown, and how large.
    PlaneView seen() const;

    /// The same way on the floor plate, as a shadow falls.
    void floor_path(std::span<const Spot> spots, std::vector<Polyline>& lines) const;
    std::optional<InkPoint> floor_point(const Spot& spot) const;

  private:
    std::optional<InkPoint> project(const glm::dvec3& position) const;
    std::optional<InkPoint> stand(const glm::dvec3& position) const;
    double surface_height(double world_x, double world_y) const;
    void trace(std::span<const Spot> spots, bool on_floor, std::vector<Polyline>& lines) const;

    const World& world_;
    const Camera& camera_;
    StandingSurface surface_;
    double unit_pixels_;  ///< pixels per world unit at the camera's target
    Box reach_;           ///< world x and y that are shown
};

}  // namespace thalweg
