#pragma once

#include <cmath>

#include "app/view/placement.h"

namespace thalweg::testing {

/// A map of the plane without edges: `scale` pixels a unit, y upwards.
class FlatPlacement final : public Placement {
  public:
    explicit FlatPlacement(double scale) : scale_(scale) {}

    std::optional<InkPoint> point(const Spot& spot) const override {
        return InkPoint{static_cast<float>(scale_ * spot.x), static_cast<float>(-scale_ * spot.y), 0};
    }
    double raised(const Spot& spot) const override { return spot.z; }
    void path(std::span<const Spot> spots, std::vector<Polyline>& lines) const override {
        Polyline& line = lines.emplace_back();
        for (const Spot& spot : spots) line.push_back(*point(spot));
    }
    std::optional<std::pair<InkPoint, InkPoint>> arrow(const Spot& tail, double dx, double dy, double,
                                                       double length) const override {
        const InkPoint from = *point(tail);
        const double size = std::hypot(dx, dy);
        return std::pair{from, InkPoint{from.x + static_cast<float>(length * dx / size),
                                        from.y - static_cast<float>(length * dy / size), 0}};
    }
    std::pair<Spot, Spot> axis(const Spot& middle, double, double, double) const override { return {middle, middle}; }
    bool has_depth() const override { return false; }

  private:
    double scale_;
};

}  // namespace thalweg::testing
