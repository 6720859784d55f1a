#pragma once

#include "app/view/plane_point.h"
#include "core/calculus/box.h"
#include "core/sampling/height_scale.h"

namespace thalweg {

/// Heights of the surface run from 0 to this, in world units.
inline constexpr double world_height = 0.8;
/// The floor plate lies below the surface, so that both can be seen.
inline constexpr double floor_height = -0.24;

/// The surface view's world: x and y of the plane, moved and scaled so that the domain is centred and its corners are
/// √2 away: a square one spans [-1, 1]², and a long one is as large a picture. Its sides keep their proportion, at most
/// 3 : 1 squeezed. z is up.
struct World {
    Box domain;
    double half_x = 1.0, half_y = 1.0;  ///< half the domain's sides, in world units

    double x(double plane_x) const { return half_x * (2.0 * ((plane_x - domain.x0) / domain.width()) - 1.0); }
    double y(double plane_y) const { return half_y * (2.0 * ((plane_y - domain.y0) / domain.height()) - 1.0); }
    PlanePoint plane(double world_x, double world_y) const {
        return {domain.x0 + domain.width() * 0.5 * (world_x / half_x + 1.0),
                domain.y0 + domain.height() * 0.5 * (world_y / half_y + 1.0)};
    }
    /// World units per unit of the plane.
    double x_scale() const { return 2.0 * half_x / domain.width(); }
    double y_scale() const { return 2.0 * half_y / domain.height(); }
};

World world_of(const Box& domain);

/// z of the surface where f has this value: the scale's height, kept within [0, 1], times world_height. NaN stays NaN.
double surface_z(const HeightScale& scale, double f);

}  // namespace thalweg
