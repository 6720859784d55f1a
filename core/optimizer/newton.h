#pragma once

#include <string_view>

#include "core/optimizer/common_settings.h"
#include "core/optimizer/curvature.h"
#include "core/optimizer/objective.h"
#include "core/optimizer/working.h"

namespace thalweg {

/// Newton's method, damped: to where the quadratic that touches f at x is stationary, or part of the way.
///   x <- x - lr * (H + damping I)^-1 g
/// It is drawn to saddles and maxima as well as to minima. Along axes where H + damping I vanishes it does not move.
/// Nocedal & Wright, section 3.3; damping: Levenberg, 1944.
struct Newton {
    static constexpr std::string_view keyword = "newton";

    double learning_rate = 1.0;
    double damping = 0.0;

    using State = Curvature;
    State start(int n) const { return Curvature(n); }

    void step(VectorRef x, Objective& objective, State& state) const;
    void work(Working& working, const VectorRef& x, Objective& objective, State state, Eigen::Index i) const;
    std::string_view title() const { return "Newton"; }

    void describe(auto&& visit) {
        visit(learning_rate, common::learning_rate);
        visit(damping, common::damping);
    }

    bool operator==(const Newton&) const = default;
};

/// Saddle-free Newton: Newton's steps with every curvature made positive, so that saddles and maxima repel.
///   x <- x - lr * (|H| + damping I)^-1 g,   where |H| has the eigenvectors of H and the sizes of its eigenvalues
/// Dauphin et al., 2014.
struct SaddleFreeNewton {
    static constexpr std::string_view keyword = "saddle_free_newton";

    double learning_rate = 1.0;
    double damping = 0.0;

    using State = Curvature;
    State start(int n) const { return Curvature(n); }

    void step(VectorRef x, Objective& objective, State& state) const;
    void work(Working& working, const VectorRef& x, Objective& objective, State state, Eigen::Index i) const;
    std::string_view title() const { return "Saddle-free Newton"; }

    void describe(auto&& visit) {
        visit(learning_rate, common::learning_rate);
        visit(damping, common::damping);
    }

    bool operator==(const SaddleFreeNewton&) const = default;
};

}  // namespace thalweg
