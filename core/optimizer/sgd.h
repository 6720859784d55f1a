#pragma once

#include <string>
#include <string_view>

#include "core/optimizer/common_settings.h"
#include "core/optimizer/objective.h"
#include "core/optimizer/working.h"

namespace thalweg {

/// Gradient descent, with momentum and Nesterov's look ahead.
///   plain:     x <- x - lr * g
///   momentum:  b <- momentum * b + (1 - dampening) * g,   x <- x - lr * b     (the first b is g itself)
///   nesterov:  b as above,                                x <- x - lr * (g + momentum * b)
/// Polyak, 1964; Nesterov, 1983, in the form of Sutskever et al., 2013; order of operations as torch.optim.SGD.
struct Sgd {
    static constexpr std::string_view keyword = "sgd";
    static constexpr bool elementwise = true;  ///< moves each coordinate by its own partial derivatives alone

    double learning_rate = 1e-3;
    double momentum = 0.0;
    double dampening = 0.0;
    double weight_decay = 0.0;
    bool nesterov = false;
    bool maximize = false;

    struct State {
        VectorXd gradient, velocity;
        bool moving = false;  ///< a first step was taken, velocity holds a value
    };
    State start(int n) const;

    /// x: n coordinates, moved by one step.
    void step(VectorRef x, Objective& objective, State& state) const;

    /// Writes down the coming step of coordinate i.
    void work(Working& working, const VectorRef& x, Objective& objective, State state, Eigen::Index i) const;

    /// "Gradient descent", "Momentum" or "Nesterov".
    std::string_view title() const;

    /// What does not go together, as one sentence; empty when all does.
    std::string conflict() const;

    void describe(auto&& visit) {
        visit(learning_rate, common::learning_rate);
        visit(momentum, common::momentum);
        visit(dampening,
              Setting{.name = "dampening", .symbol = "τ", .help = "Lessens what the gradient adds to the velocity."});
        visit(weight_decay, common::weight_decay);
        visit(nesterov,
              Setting{.name = "nesterov", .help = "Steps with the velocity that the step itself will leave behind."});
        visit(maximize, common::maximize);
    }

    bool operator==(const Sgd&) const = default;
};

}  // namespace thalweg
