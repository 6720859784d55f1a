#pragma once

#include "app/scene/recorded_paths.h"
#include "app/scene/scene.h"

namespace thalweg {

/// Keeps a PathsPart up to date. A path is run anew only when its own start, optimizer or surroundings change.
///
/// A change may take so many steps over all paths as are done before the eye notices; longer runs show their beginning
/// and are four times as long whenever they go on, until all steps are taken. Since a run is the same from the start
/// however often it is repeated, the result in the end depends on the session alone.
class PathsMaker {
  public:
    void update(const LandscapePart& landscape, const Session& session);
    /// Once the landscape's plane has moved, the runs staying what they are: what the plane shows under them.
    void settle(const LandscapePart& landscape);
    /// Takes runs that are not complete a good deal further.
    void go_on(const LandscapePart& landscape);
    /// Runs everything to its end.
    void finish(const LandscapePart& landscape);
    const PathsPart& part() const { return part_; }

  private:
    struct Inputs {
        std::uint64_t landscape = 0;
        Box domain;
        std::vector<Start> starts;
        std::vector<OptimizerEntry> optimizers;
        int patience = 0;
        int steps = 0;
        std::vector<TrajectoryChoice> trajectories;
        bool operator==(const Inputs&) const = default;
    };
    void put_on_plane(const LandscapePart& landscape);
    void run_up_to(const LandscapePart& landscape, int steps);

    Inputs inputs_;
    std::uint64_t recorded_on_ = 0;     ///< the landscape's revision that recorded descents lie on
    std::vector<RunRequest> requests_;  ///< of part_.paths, one for one
    int steps_run_ = 0;                 ///< the paths of part_ were run with at most so many
    RecordedPathsMaker recorded_;
    PathsPart part_;
};

}  // namespace thalweg
