#pragma once

#include "app/document/session.h"
#include "app/scene/scene.h"
#include "app/view/label.h"

namespace thalweg {

/// Camera and map moves, as edits of Display. Pixels are of the view's picture.
void orbit(CameraPose& camera, double dx, double dy);
void pan(CameraPose& camera, const ViewFrame& frame, double dx, double dy);
/// factor < 1 comes nearer; what lies under the pixel stays under it.
void zoom(CameraPose& camera, const ViewFrame& frame, double factor, double px, double py);
/// Looks at the surface's point above (x, y).
void look_at(Session& session, const Scene& scene, double x, double y);

void pan_map(Session& session, const ViewFrame& frame, double dx, double dy);
void zoom_map(Session& session, const ViewFrame& frame, double factor, double px, double py);
/// Of a curve only the range of x is shown.
void pan_curve(Session& session, const ViewFrame& frame, double dx);
void zoom_curve(Session& session, const ViewFrame& frame, double factor, double px);
/// Whole domain, default camera.
void fit_views(Session& session);

}  // namespace thalweg
