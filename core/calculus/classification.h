#pragma once

#include <Eigen/Core>
#include <string_view>

namespace thalweg {

/// What the Hessian says of a point where the gradient vanishes. `none`: the gradient does not vanish there.
enum class StationaryClass { none, minimum, maximum, saddle, degenerate };

/// "minimum", "maximum", "saddle", "degenerate", "none".
std::string_view name(StationaryClass kind);

/// Eigenvalues in ascending order and their unit eigenvectors (columns, n×n) of a symmetric matrix.
struct Eigensystem {
    Eigen::VectorXd values;
    Eigen::MatrixXd vectors;
};

/// Eigenvalues and eigenvectors of a symmetric n×n Hessian; of v and -v the one whose largest entry is positive.
/// Entries that are not finite give NaN everywhere.
Eigensystem eigensystem(const Eigen::MatrixXd& hessian);

/// The stated tolerances: a gradient counts as zero when ‖∇f‖ <= gradient · max(1, largest |λ|), and an eigenvalue
/// counts as zero when |λ| <= eigenvalue · max(1e-300, largest |λ|).
struct ClassificationTolerance {
    double gradient = 1e-6;
    double eigenvalue = 1e-8;
};

/// The class of a point with the given gradient (n) and Hessian (n×n); NaN in either gives `none`.
StationaryClass classify(const Eigen::VectorXd& gradient, const Eigen::MatrixXd& hessian,
                         const ClassificationTolerance& tolerance = {});

/// The class by eigenvalues alone, of a point known to be stationary: both signs: saddle; else any zero: degenerate.
StationaryClass classify_stationary(const Eigen::VectorXd& eigenvalues, double eigenvalue_tolerance = 1e-8);

}  // namespace thalweg
