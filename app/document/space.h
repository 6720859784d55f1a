#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "app/document/session.h"

namespace thalweg {

// Formulas of more than two variables, of which a plane is shown.

/// The variables of such a formula; none of any other landscape.
std::vector<std::string> space_variables(const LandscapeChoice& landscape);

/// Which of them run along the plane: the first two where the session names others.
std::array<std::size_t, 2> axes_shown(const LandscapeChoice& landscape, std::span<const std::string> variables);

/// All coordinates of a start, in the order of the variables; the plane's two where there are none of these.
std::vector<double> space_point(const LandscapeChoice& landscape, std::span<const std::string> variables,
                                const Start& start);

}  // namespace thalweg
