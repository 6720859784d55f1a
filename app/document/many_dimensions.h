#pragma once

#include "core/network/network_loss.h"
#include "core/setting/setting.h"
#include "core/spectrum/definite_counts.h"

namespace thalweg {

/// What the lenses of many dimensions look at.
struct ManyDimensions {
    int dimensions = 10;       ///< n of the random matrices
    int hidden = 6;            ///< units of the network that is trained
    int seed = 1;              ///< of the matrices, and of the network's first weights
    int training_step = 2000;  ///< whose spectrum is shown

    void describe(auto&& visit) {
        visit(dimensions, Setting{.name = "dimensions",
                                  .symbol = "n",
                                  .help = "of the lens of random matrices: their rows and columns",
                                  .minimum = 1,
                                  .maximum = most_dimensions,
                                  .scale = Scale::logarithmic,
                                  .strict = true});
        visit(hidden, Setting{.name = "hidden",
                              .symbol = "h",
                              .help = "of the lens of a training: tanh units in the network's hidden layer",
                              .minimum = 1,
                              .maximum = most_hidden,
                              .strict = true});
        visit(seed, Setting{.name = "dimensions_seed",
                            .help = "of the random matrices, and of the network's first weights",
                            .maximum = 1e9,
                            .strict = true});
        visit(training_step, Setting{.name = "training_step",
                                     .help = "of the lens of a training: the step whose spectrum is shown",
                                     .maximum = 2000,
                                     .strict = true});
    }
    bool operator==(const ManyDimensions&) const = default;
};

template <class Visitor>
void describe(ManyDimensions& dimensions, Visitor&& visit) {
    dimensions.describe(visit);
}

}  // namespace thalweg
