#include "app/view/sheet.h"

#include <cmath>
#include <glm/geometric.hpp>
#include <optional>

#include "app/view/lamp.h"
#include "app/view/surface_placement.h"

namespace thalweg {
namespace {

/// How bright a sheet is that the lamp only grazes, and how much brighter where it is hit straight.
constexpr double dim = 0.62, bright = 0.38;

struct Node {
    glm::dvec3 world;
    std::optional<InkPoint> seen;
};

void add_triangle(std::vector<SheetCorner>& corners, const Node& a, const Node& b, const Node& c, const Color& color,
                  const glm::dvec3& lamp) {
    if (!a.seen || !b.seen || !c.seen) return;
    const glm::dvec3 across = glm::cross(b.world - a.world, c.world - a.world);
    const double size = glm::length(across);
    if (!(size > 0.0)) return;
    // Seen from below it is as bright: it has no inside.
    const auto shade = static_cast<float>(dim + bright * std::abs(glm::dot(across, lamp)) / size);
    const InkColor lit = ink_color({color.r * shade, color.g * shade, color.b * shade, color.a});
    for (const Node* corner : {&a, &b, &c})
        corners.push_back({corner->seen->x, corner->seen->y, corner->seen->depth, lit});
}

}  // namespace

std::vector<SheetCorner> sheet_triangles(const Sheet& sheet, const SurfacePlacement& placement, const Camera& camera) {
    std::vector<Node> nodes;
    nodes.reserve(sheet.lattice.size());
    for (const Spot& spot : sheet.lattice) nodes.push_back({placement.world(spot), placement.point(spot)});
    const glm::dvec3 lamp = key_light(camera);
    std::vector<SheetCorner> corners;
    for (std::size_t row = sheet.columns; row + sheet.columns <= nodes.size(); row += sheet.columns) {
        for (std::size_t i = row + 1; i < row + sheet.columns; ++i) {
            const Node &low = nodes[i - sheet.columns - 1], &high = nodes[i];
            add_triangle(corners, low, nodes[i - sheet.columns], high, sheet.color, lamp);
            add_triangle(corners, low, high, nodes[i - 1], sheet.color, lamp);
        }
    }
    return corners;
}

}  // namespace thalweg
