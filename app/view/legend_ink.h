#pragma once

#include <vector>

#include "app/document/session.h"
#include "app/view/ink.h"
#include "app/view/label.h"

namespace thalweg {

/// Markers and names of the optimizers whose paths are shown, in rows of a strip below a picture that goes into a file.
struct LegendDrawing {
    Ink ink;
    std::vector<Label> labels;
    float height = 0;  ///< pixels; 0: there is nothing to tell
    float scale = 1;   ///< pixels per design pixel
};

/// The strip lies at the frame's lower edge. Its height is whole pixels and at most a third of the frame's.
LegendDrawing draw_legend(const Session& session, const ViewFrame& frame);

}  // namespace thalweg
