#pragma once

#include <vector>

#include "app/scene/scene.h"
#include "app/view/camera.h"
#include "app/view/ink_style.h"
#include "app/view/label.h"
#include "app/view/world.h"

namespace thalweg {

/// How far the floor plate reaches beyond the domain, world units.
inline constexpr double plate_margin = 0.05;

/// The box around the surface: lines on the two far walls, ticks with round numbers along the two near edges of the
/// floor and, with `heights`, up the leftmost corner, where the height axis names its scale.
void draw_surface_axes(Ink& ink, std::vector<Label>& labels, const Scene& scene, const World& world,
                       const Camera& camera, const InkStyle& style, bool heights);

/// Of heights called f: "f", "f, log scale" or "f, clipped".
std::string height_axis_title(const HeightScale& scale, const std::string& name);

}  // namespace thalweg
