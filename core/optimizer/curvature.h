#pragma once

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/optimizer/objective.h"

namespace thalweg {

/// Turns a symmetric matrix (n×n) into the diagonal matrix of its eigenvalues, and writes its unit eigenvectors into
/// the columns of `vectors` (n×n), column k belonging to entry (k, k). Cyclic Jacobi rotations; does not allocate.
/// Golub & Van Loan, Matrix Computations, section 8.5.
void diagonalize(MatrixXd& matrix, MatrixXd& vectors);

/// A Hessian in its own axes, for steps that divide the gradient by the curvature along each of them.
/// Keeps its memory: solve() does not allocate.
struct Curvature {
    VectorXd gradient, direction;
    MatrixXd hessian, axes;

    explicit Curvature(int n)
        : gradient(VectorXd::Zero(n)),
          direction(VectorXd::Zero(n)),
          hessian(MatrixXd::Zero(n, n)),
          axes(MatrixXd::Identity(n, n)) {}

    /// Writes direction = -Σ v (v·g) / divisor(λ) over the eigenpairs (λ, v) of the Hessian at x. Axes whose divisor
    /// vanishes, to within 1e-12 of the largest, are left out: nothing is known of how far to go along them. NaN where
    /// the Hessian is not finite.
    template <class Divisor>
    void solve(const ConstVectorRef& x, Objective& objective, Divisor divisor) {
        objective.hessian(x, gradient, hessian);
        if (!hessian.allFinite()) {
            direction.setConstant(std::numeric_limits<double>::quiet_NaN());
            return;
        }
        diagonalize(hessian, axes);
        double largest = 0.0;
        for (const double eigenvalue : hessian.diagonal()) largest = std::max(largest, std::abs(divisor(eigenvalue)));
        direction.setZero();
        for (Eigen::Index k = 0; k < direction.size(); ++k) {
            const double d = divisor(hessian(k, k));
            if (std::abs(d) <= 1e-12 * largest) continue;
            direction -= axes.col(k) * (axes.col(k).dot(gradient) / d);
        }
    }
};

}  // namespace thalweg
