#include "app/stage/view_slot.h"

namespace thalweg {

bool ViewInputs::operator==(const ViewInputs& other) const {
    return session == other.session && revisions == other.revisions && frame == other.frame &&
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
    if (kind == ViewKind::surface) display.map = Box{};
    if (kind != ViewKind::surface) display.camera = CameraPose{};
    if (kind != ViewKind::contour) inputs.revisions[2] = 0;
    return inputs;
}

}  // namespace thalweg
