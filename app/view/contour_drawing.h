#pragma once

#include <span>
#include <vector>

#include "app/scene/scene.h"
#include "app/view/contour_placement.h"
#include "app/view/ink.h"
#include "app/view/label.h"
#include "app/view/overlay.h"
#include "app/view/path_trace.h"

namespace thalweg {

/// What lies on the contour map's ground, in three coats from below: the gradient field; paths, marks and what a lens
/// adds; the axes. And the words. Screens and paper are drawn from the same.
struct ContourDrawing {
    Ink field, ink, furniture;
    std::vector<Label> labels;
};

/// traces: of the paths, as this frame shows them. values: of the ground's level lines, see level_labels(); those that
/// something else covers are left out.
ContourDrawing draw_contour(const Session& session, const Scene& scene, const ViewFrame& frame,
                            const PathTraces& traces, std::span<const Label> values, const Pointer& pointer,
                            const Overlay* overlay);

}  // namespace thalweg
