#include "app/view/world.h"

#include <algorithm>
#include <cmath>

#include "app/scene/map_part.h"

namespace thalweg {

World world_of(const Box& domain) {
    const double aspect = drawn_aspect(domain);
    const double half_y = std::sqrt(2.0 / (1.0 + aspect * aspect));
    return {.domain = domain, .half_x = aspect * half_y, .half_y = half_y};
}

double surface_z(const HeightScale& scale, double f) {
    return world_height * std::clamp(scale.height(f), 0.0, 1.0);
}

}  // namespace thalweg
