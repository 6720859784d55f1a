#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "app/document/lens_kind.h"
#include "app/scene/basin_colors.h"
#include "core/descent/basins.h"
#include "core/descent/cloud.h"
#include "core/descent/sweep.h"

namespace thalweg {

/// Whether a lens shows runs of its own in the place of the session's paths.
constexpr bool shows_other_runs(LensKind lens) {
    return lens == LensKind::cloud || lens == LensKind::sweep || lens == LensKind::rates;
}

/// A map of basins with what it is drawn in.
struct ColoredBasins {
    BasinMap map;
    std::vector<BasinTag> tags;        ///< of its destinations; where two maps are compared, the same in both
    std::vector<std::uint8_t> colors;  ///< see basin_colors()
};

/// A sweep with its range test.
struct RatesSeen {
    Sweep sweep;  ///< of more than two variables, those along the plane's axes come first in its trajectories
    TellingRates telling;
    Trajectory range_test;
};

/// Many runs besides the scene's paths, as the open lens wants them. They are made in the background; what was made
/// last stays until there is better, unless it is of another landscape or domain.
struct EnsemblePart {
    LensKind lens = LensKind::none;            ///< for which they are made
    std::array<int, 2> optimizers = {-1, -1};  ///< whose runs; the second only where two are compared
    std::array<std::shared_ptr<const ColoredBasins>, 2> basins = {};  ///< over the domain; finer and finer
    /// Over what the map shows of the domain, where that is a part of it: as fine there as those are over all of it.
    std::array<std::shared_ptr<const ColoredBasins>, 2> nearer = {};
    std::shared_ptr<const Cloud> cloud = nullptr;
    std::shared_ptr<const RatesSeen> rates = nullptr;
    int longest = 0;             ///< most steps taken by any run of the cloud or the sweep
    std::string complaint = {};  ///< why nothing is made, as a sentence; empty: something is
    bool working = false;
    double progress = 0.0;  ///< 0..1
    std::uint64_t revision = 0;

    bool compares() const { return optimizers[1] >= 0; }
    /// What each view shows; nullptr: the colours of heights. A curve's view shows those of both.
    const std::shared_ptr<const ColoredBasins>& on_surface() const { return basins[0]; }
    const std::shared_ptr<const ColoredBasins>& on_map() const { return basins[compares() ? 1 : 0]; }
    /// Over those on the map; nullptr: nothing finer.
    const std::shared_ptr<const ColoredBasins>& nearer_on_map() const { return nearer[compares() ? 1 : 0]; }
};

}  // namespace thalweg
