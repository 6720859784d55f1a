#include "app/stage/view_slot.h"

namespace thalweg {
namespace {

ViewInputs inputs(const Session& session, const Scene& scene, const ViewFrame& frame, const Pointer& pointer) {
    ViewInputs inputs{.session = session,
                      .revisions = {scene.landscape().revision, scene.surface().revision, scene.map().revision,
                                    scene.paths().revision, scene.stationary().revision},
                      .frame = frame,
                      .pointer = pointer,
                      .searching = scene.stationary().searching};
    inputs.session.kept.clear();
    inputs.session.playback.speed = 0;
    inputs.session.display.divider = 0;
    inputs.session.display.interface_scale = 0;
    return inputs;
}

bool same_frame(const ViewFrame& a, const ViewFrame& b) {
    return a.width == b.width && a.height == b.height && a.scale == b.scale && a.moving == b.moving;
}

}  // namespace

bool ViewInputs::operator==(const ViewInputs& other) const {
    return session == other.session && revisions == other.revisions && same_frame(frame, other.frame) &&
           pointer == other.pointer && searching == other.searching;
}

ViewInputs inputs_of(const SurfaceView&, const Session& session, const Scene& scene, const ViewFrame& frame,
                     const Pointer& pointer) {
    ViewInputs shown = inputs(session, scene, frame, pointer);
    shown.session.display.map = Box{};
    return shown;
}

ViewInputs inputs_of(const ContourView&, const Session& session, const Scene& scene, const ViewFrame& frame,
                     const Pointer& pointer) {
    ViewInputs shown = inputs(session, scene, frame, pointer);
    shown.session.display.camera = CameraPose{};
    return shown;
}

}  // namespace thalweg
