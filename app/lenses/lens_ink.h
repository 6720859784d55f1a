#pragma once

#include <array>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "app/view/ink.h"
#include "app/view/ink_style.h"
#include "app/view/label.h"
#include "app/view/placement.h"
#include "core/sampling/height_scale.h"

namespace thalweg {

/// The colours that mean the same in every lens: what belongs to x and to y, and what the first and the second
/// derivatives foretell. What is true of f is white in the views.
inline constexpr Color x_color = rgb(0xFF9F43), y_color = rgb(0x7DD3FC);
inline constexpr Color first_order_color = rgb(0xFF9F43), second_order_color = rgb(0xE879F9);

/// Lines with a dark rim that keeps them apart from every colour map. width: design pixels.
void stroke(Ink& ink, const InkStyle& style, std::span<const Polyline> lines, const Color& color, float width);

/// Where the surface view draws a value that need not be on the surface: as surface_z, but going on beyond its heights,
/// so that a straight line stays straight on a linear scale.
double model_z(const HeightScale& scale, double f);

/// The points p + t d for t from `from` to `to`, at the heights z(t).
std::vector<Spot> spots_along(const std::array<double, 2>& p, const std::array<double, 2>& d, double from, double to,
                              const std::function<double(double)>& z, int count = 65);

/// A line at its own heights, which the surface may hide; it ends where it leaves the heights about the surface.
void stroke_in_space(Ink& ink, const Placement& placement, const InkStyle& style, std::span<const Spot> spots,
                     const Color& color, float width);

/// An arrow from one spot straight to another; width of the shaft in design pixels.
void arrow_between(Ink& ink, const Placement& placement, const InkStyle& style, const Spot& from, const Spot& to,
                   const Color& color, float width);

enum class Side { left, right };
/// A word beside a spot, above it: white, but in the theme's own colour beside a curve.
void label_at(std::vector<Label>& labels, const Placement& placement, const InkStyle& style, const Spot& spot,
              std::string words, Side side = Side::right);

}  // namespace thalweg
