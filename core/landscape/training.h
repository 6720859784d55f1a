#pragma once

#include <cstddef>
#include <memory>
#include <span>

#include "core/landscape/landscape.h"

namespace thalweg {

/// How the steps of a run see a landscape that is a mean over samples: each step one batch of them. What is held out
/// for validation no step sees; it judges where the run stands. One thread's private, like an Evaluator.
class Training {
  public:
    virtual ~Training() = default;

    /// False when every step sees the whole.
    virtual bool has_batches() const = 0;

    /// From now on batch() is that of this step (counted from 0), whatever was chosen before.
    virtual void choose(int step) = 0;

    /// The mean over the chosen batch, and its derivatives.
    virtual Evaluator& batch() = 0;

    /// How many steps it takes to see every sample once.
    virtual int steps_per_epoch() const = 0;

    /// Whether there are samples held out, and their mean at x.
    virtual bool validates() const = 0;
    virtual double validation_loss(std::span<const double> x) = 0;
};

/// A landscape that is a mean over samples, which a run may see batch by batch.
class SampledLandscape : public Landscape {
  public:
    /// nullptr when every step sees the whole and nothing is held out.
    virtual std::unique_ptr<Training> training() const = 0;

    /// m: one value is so many formulas' worth of work.
    virtual std::size_t sample_count() const = 0;
};

/// How many formulas' worth of work one value of a landscape is. Pictures of costly landscapes have fewer points, runs
/// on them are shown piece by piece.
inline std::size_t cost(const Landscape& landscape) {
    const auto* sampled = dynamic_cast<const SampledLandscape*>(&landscape);
    return sampled == nullptr ? 1 : sampled->sample_count();
}

}  // namespace thalweg
