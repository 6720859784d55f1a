#pragma once

#include <Eigen/Core>
#include <span>
#include <string>

#include "core/landscape/landscape.h"

namespace thalweg {

/// The first terms of Taylor's series at a point p of n coordinates: f(p + d) = f(p) + ∇f·d + ½ dᵀ∇²f d + …
/// The first two make the tangent plane, all three the quadratic model. NaN where f is not defined at p.
struct TaylorModel {
    double value = 0.0;
    Eigen::VectorXd gradient;
    Eigen::MatrixXd hessian;
    bool differentiable = false;  ///< false: at a kink, where neither model need be near f

    /// ∇f·d; for a d of length 1 the slope in that direction.
    double first_order(std::span<const double> d) const;
    /// ½ dᵀ∇²f d; twice this is the curvature along d, for a d of length 1.
    double second_order(std::span<const double> d) const;
    /// All three terms.
    double quadratic(std::span<const double> d) const { return value + first_order(d) + second_order(d); }
};

TaylorModel taylor_model(Evaluator& f, std::span<const double> point);

/// Why there is no such model at the point, in a sentence; empty where there is one.
std::string obstacle(const TaylorModel& model);

/// How f changes on the way from p to p + d: as the tangent plane says, as the quadratic model says, and truly.
struct Prediction {
    double first_order = 0.0;   ///< ∇f·d
    double second_order = 0.0;  ///< ∇f·d + ½ dᵀ∇²f d
    double actual = 0.0;        ///< f(p + d) - f(p)

    double first_error() const { return first_order - actual; }
    double second_error() const { return second_order - actual; }
};

Prediction predict(Evaluator& f, std::span<const double> point, std::span<const double> d);

}  // namespace thalweg
