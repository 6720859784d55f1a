#pragma once

#include <memory>

#include "app/scene/background_work.h"
#include "app/scene/scene.h"

namespace thalweg {

/// Keeps a StationaryPart up to date in the background; update() takes over what has been found since the last call.
class StationaryMaker {
  public:
    void update(const LandscapePart& landscape);
    /// Waits for the search under way, if any, and takes over its report.
    void finish();
    /// A report waits to be taken over.
    bool news() const { return work_.has_result(); }
    bool busy() const { return part_.searching; }
    const StationaryPart& part() const { return part_; }

  private:
    struct Inputs {
        std::shared_ptr<const Landscape> landscape;
        Box domain;
        bool operator==(const Inputs&) const = default;
    };
    void take_over();

    Inputs inputs_;  ///< of the latest search
    StationaryPart part_;
    BackgroundWork<StationaryReport> work_;
};

}  // namespace thalweg
