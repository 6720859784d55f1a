#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "core/network/network_loss.h"
#include "core/network/stationary_near.h"
#include "core/optimizer/optimizer.h"

namespace thalweg {

/// Trainings of one network, and where on them its curvature is looked at.
struct TrainingPlan {
    Network network;
    Optimizer optimizer = {.method = Sgd{.learning_rate = 1.0}};
    int steps = 2000;
    double spread = 1.0;     ///< of the first weights, see first_weights()
    std::uint64_t seed = 1;  ///< of the first training; each further one has the next
    int trainings = 6;
    int looks = 40;    ///< at the curvature along each training
    int searches = 8;  ///< for a stationary point, from so many of the looks of each training
    bool operator==(const TrainingPlan&) const = default;
};

/// Samples to train on where nobody brings others, as for parse_generator().
inline constexpr std::string_view usual_training_data = "moons samples=60 noise=0.2";

/// Why a network cannot be trained on these samples, as a sentence; empty when it can.
std::string not_for_networks(const DataSet& data);

/// The curvature after some step of some training, or at the stationary point that a search from there has found.
struct Look {
    int training = 0, step = 0;
    SpectrumAt spectrum;
    bool operator==(const Look&) const = default;
};

/// What share of the Hessian's eigenvalues is negative, and how high the loss is there: along trainings, and at
/// stationary points. In high dimensions those with a high loss are saddles with many ways down, and minima lie low.
/// Dauphin et al., 2014, figure 1; for random functions Bray & Dean, 2007.
struct IndexStudy {
    std::vector<Look> along;       ///< by training, then step
    std::vector<Look> stationary;  ///< each once: found again with the same loss and curvature, it is not listed again
    int searched = 0, found = 0;   ///< searches, and those that arrived, at whatever point
    bool cancelled = false;        ///< then some are missing
    bool operator==(const IndexStudy&) const = default;
};

/// The same looks, the highest loss first.
std::vector<Look> by_falling_loss(std::vector<Look> looks);

/// The steps after which a training of so many is looked at: 0, the last one, and closer together in the beginning,
/// where more happens; ascending, at most `looks` of them.
std::vector<int> steps_looked_at(int steps, int looks);

/// Trains on all cores; the same call gives the same bits. data: see network_landscape(). progress: the share done,
/// 0..1, from any thread.
IndexStudy study_index(const TrainingPlan& plan, const DataSet& data, const std::stop_token& stop = {},
                       const std::function<void(double)>& progress = {});

}  // namespace thalweg
