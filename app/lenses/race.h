#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/document/session.h"
#include "app/scene/scene.h"

namespace thalweg {

/// What the runs race to.
struct RaceGoal {
    double value = 0;
    bool proved = false;  ///< a global minimum of the domain, proved; else the least loss that any run reached
};

/// How one run did.
struct RaceEntry {
    int optimizer = 0;  ///< index in the session
    int color = 0;
    std::string name;
    std::optional<int> steps;  ///< until its loss was first within race_tolerance above the goal
    double final_loss = 0;
    std::string ended;  ///< "minimum at (3.000, 2.000)", "diverged", "still moving"
};

inline constexpr double race_tolerance = 1e-6;

/// Of the stationary points' report and the paths; nullopt when there are neither.
std::optional<RaceGoal> race_goal(const PathsPart& paths, const StationaryReport& report, const Session& session,
                                  int start);

/// The runs of all descending optimizers from one start, first those that reached the goal, in fewest steps, then by
/// their final loss.
std::vector<RaceEntry> race(const PathsPart& paths, const StationaryReport& report, const Session& session, int start,
                            const RaceGoal& goal);

}  // namespace thalweg
