#pragma once

#include <string>

#include "app/document/sample_source.h"
#include "core/samples/batches.h"
#include "core/setting/setting.h"

namespace thalweg {

/// What a model is for: to say how large the target is, or which of two classes (0 or 1) a sample belongs to.
enum class DataTask { regression, classes };

/// Samples that no step sees, and what they are for.
struct HeldOut {
    double share = 0.0;  ///< of all samples
    int patience = 0;

    void describe(auto&& visit) {
        visit(share, Setting{.name = "validation",
                             .help = "Share of the samples that no step sees: they judge where a run stands.",
                             .maximum = 0.9,
                             .strict = true});
        visit(patience, Setting{.name = "patience",
                                .help = "Epochs without a new least validation loss that end a run; 0: never.",
                                .maximum = 50,
                                .limits = {.low = 0.0}});
    }
    bool operator==(const HeldOut&) const = default;
};

/// The samples that a loss is a mean of, and what is done with them; the loss itself is the landscape's formula.
struct DataChoice {
    SampleSource samples = {};
    DataTask task = DataTask::regression;
    std::string prediction = {};  ///< what the model says of a sample, written in the loss's names: "w x + b"; of
                                  ///< classes above 0 where it says 1
    Batches batches = {};
    HeldOut held_out = {};

    bool operator==(const DataChoice&) const = default;
};

/// How samples and runs over them are shown; no number depends on it.
struct DataDisplay {
    bool residuals = true;       ///< as squares, whose mean is the loss
    bool batch_surface = false;  ///< of the batch that the coming step sees, over the whole one
    bool gradient_noise = true;  ///< the ellipse in which the batch's steps lie
    bool by_epoch = false;       ///< charts run over epochs, passes over the samples, instead of steps
    bool operator==(const DataDisplay&) const = default;
};

}  // namespace thalweg
