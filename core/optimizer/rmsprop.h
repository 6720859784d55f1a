#pragma once

#include <string_view>

#include "core/optimizer/common_settings.h"
#include "core/optimizer/objective.h"
#include "core/optimizer/working.h"

namespace thalweg {

/// RMSprop: divides by a running root mean square of the gradients.
///   v <- alpha v + (1-alpha) g*g,   d = sqrt(v) + eps,   x <- x - lr * g / d
///   centered:  a <- alpha a + (1-alpha) g,   d = sqrt(v - a*a) + eps
///   momentum:  b <- momentum * b + g / d,    x <- x - lr * b
/// Tieleman & Hinton, 2012, lecture 6.5; centered: Graves, 2013; order of operations as torch.optim.RMSprop.
struct RMSprop {
    static constexpr std::string_view keyword = "rmsprop";
    static constexpr bool elementwise = true;  ///< moves each coordinate by its own partial derivatives alone

    double learning_rate = 1e-2;
    double alpha = 0.99;
    double eps = 1e-8;
    double weight_decay = 0.0;
    double momentum = 0.0;
    bool centered = false;
    bool maximize = false;

    struct State {
        VectorXd gradient, mean_square, mean, velocity;
    };
    State start(int n) const;

    void step(VectorRef x, Objective& objective, State& state) const;
    void work(Working& working, const VectorRef& x, Objective& objective, State state, Eigen::Index i) const;
    std::string_view title() const { return "RMSprop"; }

    void describe(auto&& visit) {
        visit(learning_rate, common::learning_rate);
        visit(alpha, Setting{.name = "alpha",
                             .symbol = "α",
                             .help = "Memory of the average of squared gradients.",
                             .maximum = 0.999,
                             .limits = common::not_negative});
        visit(eps, common::eps);
        visit(weight_decay, common::weight_decay);
        visit(momentum, common::momentum);
        visit(centered, Setting{.name = "centered", .help = "Divides by the deviation from the average gradient."});
        visit(maximize, common::maximize);
    }

    bool operator==(const RMSprop&) const = default;
};

}  // namespace thalweg
