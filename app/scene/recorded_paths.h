#pragma once

#include <expected>
#include <span>
#include <string>
#include <vector>

#include "app/scene/scene.h"
#include "core/data/grid_data.h"

namespace thalweg {

/// A recorded descent out of its file.
struct LoadedTrajectory {
    TrajectoryChoice choice;  ///< with the digest of the file
    TrajectoryData data;
    std::string note;  ///< one sentence when the file is not the one that was chosen, else empty
};

/// Reads the file. One whose digest is another than the chosen one is read all the same, with a note. The error is one
/// sentence that names the file.
std::expected<LoadedTrajectory, std::string> load_trajectory(const TrajectoryChoice& wanted);

/// Reads recorded descents, each file once, and asks the landscape about their places.
class RecordedPathsMaker {
  public:
    /// Brings `recorded` and `complaints` of the part up to date.
    void update(const LandscapePart& landscape, std::span<const TrajectoryChoice> chosen, PathsPart& part);

  private:
    using Loading = std::expected<LoadedTrajectory, std::string>;
    struct Known {
        TrajectoryChoice choice;
        Loading loading;
    };
    const Loading& loaded(const TrajectoryChoice& choice);

    std::vector<Known> known_;
};

}  // namespace thalweg
