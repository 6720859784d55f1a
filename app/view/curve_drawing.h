#pragma once

#include <span>
#include <vector>

#include "app/scene/scene.h"
#include "app/view/curve_placement.h"
#include "app/view/ink.h"
#include "app/view/label.h"
#include "app/view/overlay.h"
#include "core/curve/sample_curve.h"

namespace thalweg {

/// What the curve's picture is made of, in coats from below: the axes; then the fill under the curve, which screens and
/// paper make each in their own way, see draw_curve_fill(); curve, hops and marks; what a lens adds. And the words.
struct CurveDrawing {
    Ink axes, ink, over;
    std::vector<CurvePiece> pieces;  ///< what is seen of the curve
    std::vector<Label> labels;
};

/// pieces: of the curve in the plot, from sample_curve(). The scene must be of one variable.
CurveDrawing draw_curve(const Session& session, const Scene& scene, const ViewFrame& frame,
                        std::span<const CurvePiece> pieces, const Pointer& pointer, const Overlay* overlay);

/// A point above or below the plot at its edge, one that is nowhere at its foot.
PixelPoint kept_inside(const CurvePlot& plot, const PixelPoint& pixel);

}  // namespace thalweg
