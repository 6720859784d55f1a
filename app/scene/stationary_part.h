#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include "app/scene/scene.h"

namespace thalweg {

/// Keeps a StationaryPart up to date from a thread of its own. New inputs cancel the search for old ones without
/// waiting for it; update() takes over what has been found since the last call.
class StationaryMaker {
  public:
    StationaryMaker();
    ~StationaryMaker();
    StationaryMaker(const StationaryMaker&) = delete;
    StationaryMaker& operator=(const StationaryMaker&) = delete;

    void update(const LandscapePart& landscape);
    /// Waits for the search under way, if any, and takes over its report.
    void finish();
    /// A report waits to be taken over.
    bool news() const;
    bool busy() const { return part_.searching; }
    const StationaryPart& part() const { return part_; }

  private:
    struct Inputs {
        std::shared_ptr<const Landscape> landscape;
        Box domain;
        bool operator==(const Inputs&) const = default;
    };
    void work(const std::stop_token& stop);
    void take_over();

    Inputs inputs_;  ///< of the latest search
    StationaryPart part_;

    mutable std::mutex mutex_;  ///< guards all below
    std::condition_variable_any changed_;
    std::optional<Inputs> wanted_;            ///< the next search
    std::stop_source cancel_;                 ///< of the search under way
    std::optional<StationaryReport> report_;  ///< of the latest search, until it is taken over
    double progress_ = 0.0;

    std::jthread worker_;  ///< last, so that it ends before what it uses
};

}  // namespace thalweg
