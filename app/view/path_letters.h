#pragma once

#include "app/view/ink_style.h"

namespace thalweg {

/// The colour of words about a path: its own hue, lighter in the dark theme and darker in the light one, so that it has
/// a contrast of 4.5 : 1 (light: 7 : 1) to the background's colour, in which such words are outlined to be read on
/// every colour map.
Color path_letters(int color, const InkStyle& style);

}  // namespace thalweg
