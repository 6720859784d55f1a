#pragma once

#include <string_view>

#include "core/optimizer/common_settings.h"
#include "core/optimizer/objective.h"
#include "core/optimizer/working.h"

namespace thalweg {

/// NAdam: Adam with Nesterov's look ahead.
///   mu_t = b1 (1 - 0.96^(t momentum_decay) / 2),   P_t = mu_1 mu_2 ... mu_t
///   m and v as in Adam,   v^ = v / (1 - b2^t),   g^ = (1 - mu_t) / (1 - P_t) g,   m^ = mu_{t+1} / (1 - P_{t+1}) m
///   x <- x - lr * (g^ + m^) / (sqrt(v^) + eps)
/// Dozat, 2016; defaults and order of operations as torch.optim.NAdam.
struct NAdam {
    static constexpr std::string_view keyword = "nadam";
    static constexpr bool elementwise = true;  ///< moves each coordinate by its own partial derivatives alone

    double learning_rate = 2e-3;
    double beta1 = 0.9;
    double beta2 = 0.999;
    double eps = 1e-8;
    double weight_decay = 0.0;
    double momentum_decay = 4e-3;
    bool decoupled_weight_decay = false;
    bool maximize = false;

    struct State {
        VectorXd gradient, m, v;
        double mu_product = 1.0;
        double steps = 0.0;  ///< taken so far
    };
    State start(int n) const;

    void step(VectorRef x, Objective& objective, State& state) const;
    void work(Working& working, const VectorRef& x, Objective& objective, State state, Eigen::Index i) const;
    std::string_view title() const { return "NAdam"; }

    void describe(auto&& visit) {
        common::describe_moments(*this, visit);
        visit(momentum_decay, Setting{.name = "momentum_decay",
                                      .symbol = "ψ",
                                      .help = "How fast the look ahead grows to its full length.",
                                      .maximum = 0.1,
                                      .limits = common::not_negative});
        visit(decoupled_weight_decay, common::decoupled_weight_decay);
        visit(maximize, common::maximize);
    }

    bool operator==(const NAdam&) const = default;

  private:
    double mu(double t) const;
};

}  // namespace thalweg
