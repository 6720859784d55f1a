#pragma once

#include "app/scene/palette.h"

namespace thalweg {

/// Relative luminance of a colour, 0 (black) to 1 (white), whatever its alpha: WCAG 2.1.
double luminance(const Color& color);

/// How well two colours can be told apart, 1 (not at all) to 21 (black and white): (L₁ + 0.05)/(L₂ + 0.05), the
/// lighter one first. Text wants 4.5, lines and marks 3 (WCAG 2.1, 1.4.3 and 1.4.11).
double contrast(const Color& a, const Color& b);

/// The colour itself, or as little darker or lighter as it takes to be told from this ground.
Color told_from(const Color& color, const Color& ground, double least = 3.0);

/// An optimizer's colour as it is drawn on a panel.
Color optimizer_ink(int index, const ThemeColors& theme);

}  // namespace thalweg
