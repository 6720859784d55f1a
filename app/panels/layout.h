#pragma once

#include "app/panels/interface.h"

namespace thalweg {

/// The least width of a parameter's slider, in design pixels; they stand in rows.
inline constexpr float parameter_width = 230;

/// Where every panel goes, in pixels; a width of 0 means: not shown. Areas do not overlap and lie inside the window.
struct Layout {
    Area top_bar;  ///< in projector mode: the legend
    Area parameters, thumbnails, side;
    Area playback, chart, dock;  ///< the lower strip
    ViewAreas views;
    bool dock_holds_both = false;  ///< there is room for optimizers and inspector side by side
    bool narrow = false;           ///< below 1024 design pixels: thumbnails fold into the top bar
    bool low = false;              ///< too low for the lower strip: transport controls alone
};

/// parameter_count: how many sliders the formula's parameters need.
Layout lay_out(const Session& session, const InterfaceState& state, const InterfaceInputs& inputs, int parameter_count);

}  // namespace thalweg
