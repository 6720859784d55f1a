#pragma once

#include <string_view>

#include "core/optimizer/common_settings.h"
#include "core/optimizer/objective.h"
#include "core/optimizer/working.h"

namespace thalweg {

/// RAdam: Adam that waits with dividing until its average of squares rests on enough gradients.
///   rho_inf = 2 / (1-b2) - 1,   rho_t = rho_inf - 2 t b2^t / (1 - b2^t),   m, v and m^ as in Adam
///   rho_t > 5:  x <- x - lr * m^ * r * sqrt(1 - b2^t) / (sqrt(v) + eps),
///               r = sqrt((rho_t-4)(rho_t-2) rho_inf / ((rho_inf-4)(rho_inf-2) rho_t))
///   else:       x <- x - lr * m^
/// Liu et al., 2020, Algorithm 2; defaults and order of operations as torch.optim.RAdam.
struct RAdam {
    static constexpr std::string_view keyword = "radam";
    static constexpr bool elementwise = true;  ///< moves each coordinate by its own partial derivatives alone

    double learning_rate = 1e-3;
    double beta1 = 0.9;
    double beta2 = 0.999;
    double eps = 1e-8;
    double weight_decay = 0.0;
    bool decoupled_weight_decay = false;
    bool maximize = false;

    struct State {
        VectorXd gradient, m, v;
        double steps = 0.0;  ///< taken so far
    };
    State start(int n) const;

    void step(VectorRef x, Objective& objective, State& state) const;
    void work(Working& working, const VectorRef& x, Objective& objective, State state, Eigen::Index i) const;
    std::string_view title() const { return "RAdam"; }

    void describe(auto&& visit) {
        common::describe_moments(*this, visit);
        visit(decoupled_weight_decay, common::decoupled_weight_decay);
        visit(maximize, common::maximize);
    }

    bool operator==(const RAdam&) const = default;

  private:
    double rho(double t) const;
    double rectification(double rho) const;
};

}  // namespace thalweg
