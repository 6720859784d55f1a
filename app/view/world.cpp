#include "app/view/world.h"

#include <algorithm>

#include "app/scene/map_part.h"

namespace thalweg {

World world_of(const Box& domain) {
    const double aspect = drawn_aspect(domain);
    return {.domain = domain, .half_x = std::min(1.0, aspect), .half_y = std::min(1.0, 1.0 / aspect)};
}

double surface_z(const HeightScale& scale, double f) {
    return world_height * std::clamp(scale.height(f), 0.0, 1.0);
}

}  // namespace thalweg
