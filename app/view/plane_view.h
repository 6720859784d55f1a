#pragma once

#include "core/calculus/box.h"

namespace thalweg {

/// The part of the plane that a picture shows, and how large it shows it: what cannot be told apart there need not be
/// drawn twice.
struct PlaneView {
    Box box;
    double pixels_x = 1.0, pixels_y = 1.0;  ///< per unit of the plane, seen face on
    bool operator==(const PlaneView&) const = default;
};

}  // namespace thalweg
