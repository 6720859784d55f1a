#pragma once

#include <string_view>

#include "core/optimizer/common_settings.h"
#include "core/optimizer/objective.h"
#include "core/optimizer/working.h"

namespace thalweg {

/// Adadelta: steps in units of past steps over past gradients, so that no rate needs to be chosen.
///   v <- rho v + (1-rho) g*g,   d = sqrt(u + eps) / sqrt(v + eps) * g,   u <- rho u + (1-rho) d*d,   x <- x - lr * d
/// Zeiler, 2012, Algorithm 1; defaults and order of operations as torch.optim.Adadelta.
struct Adadelta {
    static constexpr std::string_view keyword = "adadelta";
    static constexpr bool elementwise = true;  ///< moves each coordinate by its own partial derivatives alone

    double learning_rate = 1.0;
    double rho = 0.9;
    double eps = 1e-6;
    double weight_decay = 0.0;
    bool maximize = false;

    struct State {
        VectorXd gradient;
        VectorXd mean_square;       ///< v: of gradients
        VectorXd mean_square_step;  ///< u: of steps
    };
    State start(int n) const;

    void step(VectorRef x, Objective& objective, State& state) const;
    void work(Working& working, const VectorRef& x, Objective& objective, State state, Eigen::Index i) const;
    std::string_view title() const { return "Adadelta"; }

    void describe(auto&& visit) {
        Setting rate = common::learning_rate;
        rate.minimum = 1e-3;
        rate.maximum = 1e2;
        visit(learning_rate, rate);
        visit(rho, Setting{.name = "rho",
                           .symbol = "ρ",
                           .help = "Memory of both averages of squares.",
                           .maximum = 0.999,
                           .limits = {.low = 0.0, .high = 1.0}});
        visit(eps, common::eps);
        visit(weight_decay, common::weight_decay);
        visit(maximize, common::maximize);
    }

    bool operator==(const Adadelta&) const = default;
};

}  // namespace thalweg
