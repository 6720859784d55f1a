#pragma once

#include <string>
#include <string_view>

#include "core/optimizer/common_settings.h"
#include "core/optimizer/objective.h"
#include "core/optimizer/strong_wolfe.h"
#include "core/optimizer/working.h"

namespace thalweg {

/// Nonlinear conjugate gradients, Polak-Ribière+.
///   b <- max(0, g·(g - g_previous) / |g_previous|^2),   d <- -g + b d  (or -g, where that does not descend)
///   x <- x + t d, with t from a line search with the strong Wolfe conditions that tries lr first
/// Polak & Ribière, 1969; Gilbert & Nocedal, 1992; Nocedal & Wright, section 5.2.
struct ConjugateGradient {
    static constexpr std::string_view keyword = "conjugate_gradient";

    double learning_rate = 1.0;
    double c1 = 1e-4;
    double c2 = 0.1;

    struct State {
        VectorXd gradient, previous_gradient, direction;
        bool moving = false;  ///< a first step was taken
        double beta = 0.0;    ///< the last step's b
        double t = 0.0;       ///< the last step's length
        StrongWolfe line_search;
    };
    State start(int n) const;

    void step(VectorRef x, Objective& objective, State& state) const;
    void work(Working& working, const VectorRef& x, Objective& objective, State state, Eigen::Index i) const;
    std::string_view title() const { return "Conjugate gradient"; }
    std::string conflict() const;

    void describe(auto&& visit) {
        Setting first = common::learning_rate;
        first.help = "The step length that each line search tries first.";
        first.maximum = 10.0;
        visit(learning_rate, first);
        visit(c1, Setting{.name = "c1",
                          .symbol = "c₁",
                          .help = "The share of the descent promised by the slope that a step must keep.",
                          .minimum = 1e-6,
                          .maximum = 0.1,
                          .scale = Scale::logarithmic,
                          .limits = {.low = 0.0, .high = 1.0, .open_low = true, .open_high = true}});
        visit(c2, Setting{.name = "c2",
                          .symbol = "c₂",
                          .help = "The share of the slope that may be left where a step ends.",
                          .minimum = 0.01,
                          .maximum = 0.9,
                          .limits = {.low = 0.0, .high = 1.0, .open_low = true, .open_high = true}});
    }

    bool operator==(const ConjugateGradient&) const = default;
};

}  // namespace thalweg
