#pragma once

#include <string>
#include <string_view>

#include "core/optimizer/common_settings.h"
#include "core/optimizer/objective.h"
#include "core/optimizer/working.h"

namespace thalweg {

/// Rprop: each coordinate has its own step size, which grows while the slope keeps its sign and shrinks when it turns;
/// how steep the slope is does not matter.
///   s = g * g_previous > 0:  d <- min(etaplus d, step_max)
///   s < 0:                   d <- max(etaminus d, step_min),  and g <- 0: the coordinate rests for one step
///   x <- x - sign(g) d;      d starts as lr
/// Riedmiller & Braun, 1993; defaults and order of operations as torch.optim.Rprop.
struct Rprop {
    static constexpr std::string_view keyword = "rprop";
    static constexpr bool elementwise = true;  ///< moves each coordinate by its own partial derivatives alone

    double learning_rate = 1e-2;
    double etaminus = 0.5;
    double etaplus = 1.2;
    double step_min = 1e-6;
    double step_max = 50.0;
    bool maximize = false;

    struct State {
        VectorXd gradient, previous_gradient, step_size;
    };
    State start(int n) const;

    void step(VectorRef x, Objective& objective, State& state) const;
    void work(Working& working, const VectorRef& x, Objective& objective, State state, Eigen::Index i) const;
    std::string_view title() const { return "Rprop"; }
    std::string conflict() const;

    void describe(auto&& visit) {
        visit(learning_rate, common::learning_rate);
        visit(etaminus, Setting{.name = "etaminus",
                                .symbol = "η⁻",
                                .help = "Shrinks the step size when the slope turns.",
                                .minimum = 0.05,
                                .maximum = 0.95,
                                .limits = {.low = 0.0, .high = 1.0, .open_low = true, .open_high = true}});
        visit(etaplus, Setting{.name = "etaplus",
                               .symbol = "η⁺",
                               .help = "Grows the step size while the slope keeps its sign.",
                               .minimum = 1.05,
                               .maximum = 2.0,
                               .limits = {.low = 1.0, .open_low = true}});
        visit(step_min, Setting{.name = "step_min",
                                .symbol = "Δmin",
                                .help = "The smallest step size.",
                                .minimum = 1e-9,
                                .maximum = 1.0,
                                .scale = Scale::logarithmic,
                                .limits = common::not_negative});
        visit(step_max, Setting{.name = "step_max",
                                .symbol = "Δmax",
                                .help = "The largest step size.",
                                .minimum = 1e-3,
                                .maximum = 100.0,
                                .scale = Scale::logarithmic,
                                .limits = common::not_negative});
        visit(maximize, common::maximize);
    }

    bool operator==(const Rprop&) const = default;
};

}  // namespace thalweg
