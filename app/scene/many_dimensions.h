#pragma once

#include <cstdint>
#include <memory>

#include "core/network/index_study.h"
#include "core/spectrum/definite_counts.h"
#include "core/spectrum/goe.h"

namespace thalweg {

/// What the lenses of many dimensions draw from, as far as it is there. It is sampled in the background while such a
/// lens is open; what was made last stays until there is better.
struct ManyDimensionsPart {
    std::shared_ptr<const DefiniteCounts> counts;    ///< of ever more matrices
    std::shared_ptr<const ScaledSpectrum> spectrum;  ///< of ever more matrices, of the n it says
    std::shared_ptr<const IndexStudy> study;
    int hidden = 0;  ///< of the study
    bool working = false;
    double progress = 0.0;  ///< 0..1
    std::uint64_t revision = 0;
};

}  // namespace thalweg
