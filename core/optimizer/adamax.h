#pragma once

#include <string_view>

#include "core/optimizer/common_settings.h"
#include "core/optimizer/objective.h"
#include "core/optimizer/working.h"

namespace thalweg {

/// Adamax: Adam with a fading maximum of gradients in the place of their root mean square.
///   m <- b1 m + (1-b1) g,   u <- max(b2 u, |g| + eps),   x <- x - lr / (1 - b1^t) * m / u
/// Kingma & Ba, 2015, Algorithm 2; defaults and order of operations as torch.optim.Adamax.
struct Adamax {
    static constexpr std::string_view keyword = "adamax";
    static constexpr bool elementwise = true;  ///< moves each coordinate by its own partial derivatives alone

    double learning_rate = 2e-3;
    double beta1 = 0.9;
    double beta2 = 0.999;
    double eps = 1e-8;
    double weight_decay = 0.0;
    bool maximize = false;

    struct State {
        VectorXd gradient, m, u;
        double steps = 0.0;  ///< taken so far
    };
    State start(int n) const;

    void step(VectorRef x, Objective& objective, State& state) const;
    void work(Working& working, const VectorRef& x, Objective& objective, State state, Eigen::Index i) const;
    std::string_view title() const { return "Adamax"; }

    void describe(auto&& visit) {
        common::describe_moments(*this, visit);
        visit(maximize, common::maximize);
    }

    bool operator==(const Adamax&) const = default;
};

}  // namespace thalweg
