#pragma once

#include <string_view>
#include <vector>

#include "core/optimizer/common_settings.h"
#include "core/optimizer/objective.h"
#include "core/optimizer/strong_wolfe.h"
#include "core/optimizer/working.h"

namespace thalweg {

/// L-BFGS: quasi-Newton steps from the last few changes of point (s) and gradient (y).
///   d <- -H g by the two-loop recursion, from H_0 = (s·y / y·y) I;   x <- x + t d
///   t = lr, at the very first min(1, 1/|g|_1) lr; or found by a line search with the strong Wolfe conditions
/// One step() is one torch step(closure): up to max_iter inner iterations; the memory lives on between steps.
/// Liu & Nocedal, 1989; Nocedal & Wright, Algorithm 7.4; defaults and order of operations as torch.optim.LBFGS.
struct Lbfgs {
    static constexpr std::string_view keyword = "lbfgs";

    enum class LineSearch { none, strong_wolfe };

    double learning_rate = 1.0;
    int max_iter = 20;
    int max_eval = 0;
    double tolerance_grad = 1e-7;
    double tolerance_change = 1e-9;
    int history_size = 100;
    LineSearch line_search_fn = LineSearch::none;

    struct State {
        VectorXd gradient, previous_gradient, direction;
        double t = 0.0;      ///< the last inner iteration's step length
        int iterations = 0;  ///< inner ones, in all steps so far
        MatrixXd s, y;       ///< n × history_size: changes of point and gradient, a ring of columns
        VectorXd rho, alpha;
        Eigen::Index oldest = 0, pairs = 0;
        double scale = 1.0;  ///< of H_0
        StrongWolfe line_search;
    };
    State start(int n) const;

    void step(VectorRef x, Objective& objective, State& state) const;
    void work(Working& working, const VectorRef& x, Objective& objective, State state, Eigen::Index i) const;
    std::string_view title() const { return "L-BFGS"; }

    void describe(auto&& visit) {
        visit(learning_rate, common::learning_rate);
        visit(max_iter, Setting{.name = "max_iter",
                                .help = "Inner iterations in one step.",
                                .minimum = 1,
                                .maximum = 50,
                                .limits = {.low = 1.0, .high = 1e6}});
        visit(max_eval, Setting{.name = "max_eval",
                                .help = "Evaluations after which a step ends; 0 is a quarter more than max_iter.",
                                .maximum = 100,
                                .limits = {.low = 0.0, .high = 1e6}});
        visit(tolerance_grad, Setting{.name = "tolerance_grad",
                                      .help = "A step ends when no partial derivative is larger.",
                                      .minimum = 1e-12,
                                      .maximum = 1e-2,
                                      .scale = Scale::logarithmic,
                                      .limits = common::not_negative});
        visit(tolerance_change, Setting{.name = "tolerance_change",
                                        .help = "A step ends when neither point nor value changes by more.",
                                        .minimum = 1e-12,
                                        .maximum = 1e-2,
                                        .scale = Scale::logarithmic,
                                        .limits = common::not_negative});
        visit(history_size, Setting{.name = "history_size",
                                    .help = "How many changes are remembered.",
                                    .minimum = 1,
                                    .maximum = 100,
                                    .limits = {.low = 1.0, .high = 10000.0}});
        visit(
            line_search_fn,
            Setting{.name = "line_search_fn", .help = "How the step length is found.", .choices = "none|strong_wolfe"});
    }

    bool operator==(const Lbfgs&) const = default;

  private:
    void remember(State& state) const;
    static void find_direction(State& state);
};

}  // namespace thalweg
