#include "app/lenses/surface_line.h"

#include "app/lenses/lens_ink.h"
#include "app/view/world.h"

namespace thalweg {

SurfaceLine on_surface(std::span<const std::array<double, 2>> points, Evaluator& f, const HeightScale& scale) {
    SurfaceLine line;
    line.reserve(points.size());
    for (const auto& at : points) line.push_back({at[0], at[1], surface_z(scale, f.value(at))});
    return line;
}

void draw_lines(Ink& ink, std::span<const SurfaceLine> lines, const Color& color, const Placement& placement,
                const InkStyle& style, float width) {
    std::vector<Polyline> strokes;
    for (SurfaceLine spots : lines) {
        for (Spot& spot : spots) spot.z = placement.raised(spot);
        placement.path(spots, strokes);
    }
    stroke(ink, style, strokes, color, width);
}

}  // namespace thalweg
