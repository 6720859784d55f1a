#include "app/stage/view_slot.h"

#include "app/scene/ensemble.h"

namespace thalweg {

bool ViewInputs::operator==(const ViewInputs& other) const {
    return session == other.session && revisions == other.revisions && basins == other.basins && frame == other.frame &&
           pointer == other.pointer && overlay == other.overlay;
}

ViewInputs inputs_of(ViewKind kind, const Session& session, const Scene& scene, const ViewFrame& frame,
                     const Pointer& pointer, const Overlay* overlay) {
    ViewInputs inputs{.session = session,
                      .revisions = {scene.landscape().revision, scene.surface().revision, scene.map().revision,
                                    scene.paths().revision, scene.stationary().revision},
                      .frame = frame,
                      .pointer = pointer,
                      .overlay = overlay != nullptr ? overlay->revision() : 0};
    inputs.session.kept.clear();
    inputs.session.playback.speed = 0;
    Display& display = inputs.session.display;
    display.divider = display.interface_scale = 0;
    display.chart_scale = ChartScale{};
    if (kind == ViewKind::surface) display.map = Box{};
    if (kind != ViewKind::surface) display.camera = CameraPose{};
    if (kind != ViewKind::contour) inputs.revisions[2] = 0;
    const EnsemblePart& part = scene.ensemble();
    switch (kind) {
        case ViewKind::surface:
            inputs.basins = {part.on_surface()};
            break;
        case ViewKind::contour:
            inputs.basins = {part.on_map(), part.nearer_on_map()};
            break;
        case ViewKind::curve:
            inputs.basins = {part.basins[0], part.basins[1], part.nearer[0], part.nearer[1]};
            break;
    }
    return inputs;
}

}  // namespace thalweg
