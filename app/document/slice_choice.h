#pragma once

#include <array>
#include <cstddef>
#include <expected>
#include <span>
#include <string>
#include <string_view>

namespace thalweg {

/// Which plane is shown of a formula of more than two variables. Where it lies in the others, so that starts lie in it,
/// is told by LandscapeChoice::parameters under their names.
struct SliceChoice {
    /// What the plane is moved along with, in the variables that are not its axes.
    enum class Through {
        run,     ///< the point that the first run has reached at the step shown
        starts,  ///< nothing: the starts stay in it
    };
    std::string axes = {};  ///< "x,z": the variables to the right and upwards; empty: the first two
    Through through = Through::run;
    bool operator==(const SliceChoice&) const = default;
};

/// The numbers of the two variables that "x,z" names. The error is one sentence; empty text: the first two.
std::expected<std::array<std::size_t, 2>, std::string> plane_axes(std::span<const std::string> variables,
                                                                  std::string_view axes);

struct Session;

/// Shows another plane, through the point of the first start; its other starts keep their coordinates in it, and lie in
/// the plane now. Axes are numbers of `variables`, of which there are more than two.
void choose_axes(Session& session, std::span<const std::string> variables, const std::array<std::size_t, 2>& axes);

}  // namespace thalweg
