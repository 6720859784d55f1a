#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "app/scene/scene.h"
#include "app/view/placement.h"
#include "app/view/plane_view.h"
#include "app/view/slope_lengths.h"

namespace thalweg {

/// Where a path stands at a playback step: between rows k and k + 1, or at its last row.
struct PathHead {
    int row = 0;         ///< the last row reached
    double share = 0.0;  ///< of the way to the next row, 0..1
    Spot spot;           ///< on the segment, at its height
};

/// A path as spots, with where it stands. Never empty: an undefined start has no trace.
struct PathTrace {
    const Path* path = nullptr;
    int rows = 0;              ///< that can be drawn; the path ends where a number is not finite
    std::vector<Spot> spots;   ///< of those rows that a picture can tell apart; of the first one always
    std::vector<int> row_of;   ///< the row of each spot, ascending
    std::vector<bool> shown;   ///< whether the way to each spot, from the one before, is to be drawn
    std::vector<bool> dotted;  ///< whether the spot may have a dot: there is none at its place yet
    PathHead head;
    const RecordedPath* recorded = nullptr;  ///< whose path this is; null: a run's
    /// Of a recorded path's rows in a view of the plane, since it was not descended here and may lead over holes: there
    /// the heights lead straight from the last one known to the next. Empty: of a run's.
    std::vector<double> heights = {};

    /// The spots up to the head.
    int spots_reached() const;
};

/// The scene's paths as one picture draws them.
struct PathTraces {
    std::vector<PathTrace> paths;
    SlopeLengths slopes;  ///< over all rows of all paths
};

/// The spot of one of the trace's rows, drawn or not.
Spot spot_of(const PathTrace& trace, const HeightScale& scale, int row);

/// At the playback's step, with every row that can be drawn; recorded paths come last. While a lens shows runs of its
/// own there are only those.
PathTraces trace_paths(const Session& session, const Scene& scene);

/// For a picture that shows this view of the plane: what would look the same without is left out, so that a path of
/// 100,000 steps that never comes to rest costs what its pixels do and not what its steps do. Rows within a tenth of a
/// pixel of the last one are passed over; of paths of thousands of pieces, ways that run nearly wholly over earlier
/// ways of their own path are not shown again. What is left out depends on earlier rows alone, so that it looks the
/// same while a path grows.
PathTraces trace_paths(const Session& session, const Scene& scene, const PlaneView& view);

/// Keeps traces from picture to picture: while paths and view stay, only the heads move.
class TracedPaths {
  public:
    const PathTraces& update(const Session& session, const Scene& scene, const PlaneView& view);

  private:
    struct Inputs {
        std::uint64_t paths = 0, surface = 0;
        PlaneView view;
        bool others = false;  ///< a lens shows runs of its own instead
        bool operator==(const Inputs&) const = default;
    };
    std::optional<Inputs> made_from_;
    PathTraces traces_;
};

}  // namespace thalweg
