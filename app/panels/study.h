#pragma once

#include <array>
#include <optional>

#include "app/panels/interface.h"

namespace thalweg {

/// The point that a lens looks at, in the plane: where it is pinned, else where the selected optimizer stands at the
/// step shown, else the selected start, else the middle of the domain.
std::array<double, 2> study_point(const Session& session, const Scene& scene, const InterfaceState& state);

/// What can be taken hold of in the views, in the plane.
struct StudyGrips {
    std::optional<std::array<double, 2>> point, tip;
};
StudyGrips study_grips(const Session& session, const Scene& scene, const InterfaceState& state);

/// Puts the point there to stay.
void pin_study(Study& study, double x, double y);

/// Gives the arm a length that suits the domain.
void suit_arm(Study& study, const Box& domain);

/// Opens a lens with an arm that suits the domain, if it was open with none yet; opening it again closes it.
void toggle_lens(Session& session, InterfaceState& state, LensKind kind);

}  // namespace thalweg
