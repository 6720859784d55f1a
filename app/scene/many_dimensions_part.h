#pragma once

#include <array>
#include <optional>

#include "app/document/session.h"
#include "app/scene/background_work.h"
#include "app/scene/many_dimensions.h"

namespace thalweg {

/// Keeps a ManyDimensionsPart up to date: samples and trains while a lens wants it, and remembers both when it does
/// not.
class ManyDimensionsMaker {
  public:
    void update(const Session& session);
    /// Waits for the work under way, if any, and takes over its results.
    void finish();
    /// Results wait to be taken over, or much more is done.
    bool news() const;
    bool busy() const { return part_.working; }
    const ManyDimensionsPart& part() const { return part_; }

  private:
    void take_over();
    bool working() const;
    double progress() const;

    // What was asked for last of each kind, if anything was.
    std::optional<int> counted_seed_;
    std::optional<std::array<int, 2>> sampled_;  ///< n and seed
    std::optional<std::array<int, 2>> trained_;  ///< hidden units and seed
    ManyDimensionsPart part_;
    BackgroundWork<DefiniteCounts> counting_;
    BackgroundWork<ScaledSpectrum> sampling_;
    BackgroundWork<IndexStudy> training_;
};

}  // namespace thalweg
