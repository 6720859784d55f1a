#pragma once

#include <Eigen/Core>
#include <string>
#include <string_view>

#include "core/calculus/taylor.h"

namespace thalweg {

/// κ = |λ|max / |λ|min of a Hessian: how many times as strongly f bends along one eigenvector as along another. 1 for a
/// round bowl; infinite where an eigenvalue is 0; NaN where all are, or one is not a number.
double condition_number(const Eigen::VectorXd& eigenvalues);

/// What f is along an eigenvector: "bowl" where λ > 0, "dome" where λ < 0, "flat" where |λ| <= 1e-8 largest, as
/// classify_stationary counts; "undefined" for NaN.
std::string_view bend(double eigenvalue, double largest);

/// What the Hessian makes of a point of the plane, and why, in one or two sentences: "A saddle: the gradient is 0, …".
/// Where there is no Hessian, the obstacle.
std::string shape_sentence(const TaylorModel& model);

}  // namespace thalweg
