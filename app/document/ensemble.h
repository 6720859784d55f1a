#pragma once

#include "core/descent/scatter.h"
#include "core/setting/setting.h"

namespace thalweg {

/// Where a cloud of runs begins.
struct CloudChoice {
    Scatter scatter = Scatter::uniform;
    int count = 500;
    double spread = 0.12;  ///< of gaussian, about the first start: standard deviations as shares of the domain's sides
    int seed = 1;

    void describe(auto&& visit) {
        visit(scatter, Setting{.name = "scatter",
                               .help = "over the whole domain, or about the first start",
                               .choices = "uniform|gaussian"});
        visit(count, Setting{.name = "count",
                             .help = "how many starts the cloud has",
                             .minimum = 1,
                             .maximum = 5000,
                             .scale = Scale::logarithmic,
                             .strict = true});
        visit(spread, Setting{.name = "spread",
                              .symbol = "σ",
                              .help = "standard deviation of a gaussian cloud, as a share of the domain's sides",
                              .minimum = 0.001,
                              .maximum = 1,
                              .scale = Scale::logarithmic,
                              .strict = true});
        visit(seed, Setting{.name = "seed", .help = "another number, other starts", .maximum = 1e6, .strict = true});
    }
    bool operator==(const CloudChoice&) const = default;
};

/// The most rates of a sweep that is drawn.
inline constexpr int most_rates_shown = 200;

/// The rates of a sweep.
struct SweepChoice {
    bool automatic = true;  ///< rates suited to the landscape, instead of these
    double from = 1e-3, to = 1.0;
    int rates = 31;

    void describe(auto&& visit) {
        constexpr Limits positive{.low = 0.0, .open_low = true};
        visit(automatic, Setting{.name = "automatic", .help = "rates suited to the landscape, instead of from and to"});
        visit(from, Setting{.name = "from",
                            .help = "the smallest rate of a sweep",
                            .minimum = 1e-6,
                            .maximum = 10,
                            .scale = Scale::logarithmic,
                            .limits = positive});
        visit(to, Setting{.name = "to",
                          .help = "the largest rate of a sweep",
                          .minimum = 1e-6,
                          .maximum = 100,
                          .scale = Scale::logarithmic,
                          .limits = positive});
        visit(rates, Setting{.name = "rates",
                             .help = "how many rates a sweep has",
                             .minimum = 2,
                             .maximum = most_rates_shown,
                             .strict = true});
    }
    bool operator==(const SweepChoice&) const = default;
};

/// Runs besides those of the session's own starts: many starts, or many rates. The open lens says which of them are
/// made and shown.
struct Ensemble {
    int optimizer = 0;  ///< whose runs they are: index in Session::optimizers, the last if there are fewer
    int other = -1;     ///< with whose basins they are compared; -1: with nobody's
    CloudChoice cloud;
    SweepChoice sweep;
    bool operator==(const Ensemble&) const = default;
};

template <class Visitor>
void describe(CloudChoice& cloud, Visitor&& visit) {
    cloud.describe(visit);
}

template <class Visitor>
void describe(SweepChoice& sweep, Visitor&& visit) {
    sweep.describe(visit);
}

template <class Visitor>
void describe(Ensemble& ensemble, Visitor&& visit) {
    visit(ensemble.optimizer,
          {.name = "optimizer", .help = "whose runs they are: a row of optimizers, from 0", .maximum = 31});
    visit(ensemble.other,
          {.name = "other", .help = "with whose basins they are compared; -1: nobody's", .minimum = -1, .maximum = 31});
    visit(ensemble.cloud, {.name = "cloud"});
    visit(ensemble.sweep, {.name = "sweep"});
}

}  // namespace thalweg
