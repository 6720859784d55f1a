#include "app/view/scene_ink.h"

#include "app/view/arrow_ink.h"
#include "app/view/mark_ink.h"

namespace thalweg {

void draw_scene(Ink& ink, const Session& session, const Scene& scene, const PathTraces& traces,
                const Placement& placement, const InkStyle& style, const Pointer& pointer) {
    draw_paths(ink, traces.paths, placement, style, session, pointer);
    if (session.display.stationary_points) draw_stationary_points(ink, scene, placement, style, pointer);
    draw_starts(ink, session, scene, placement, style, pointer);
    // A lens on the step draws more of the same arrows.
    const bool arrows = session.display.live_arrows && session.study.lens != LensKind::step;
    if (arrows) draw_live_arrows(ink, session, scene, traces, placement, style);
    draw_heads(ink, traces.paths, placement, style, pointer);
}

}  // namespace thalweg
