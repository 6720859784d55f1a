#include "core/calculus/classification.h"

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <limits>

namespace thalweg {

std::string_view name(StationaryClass kind) {
    switch (kind) {
        case StationaryClass::none:
            return "none";
        case StationaryClass::minimum:
            return "minimum";
        case StationaryClass::maximum:
            return "maximum";
        case StationaryClass::saddle:
            return "saddle";
        case StationaryClass::degenerate:
            return "degenerate";
    }
    return "none";
}

Eigensystem eigensystem(const Eigen::MatrixXd& hessian) {
    const Eigen::Index n = hessian.rows();
    if (!hessian.allFinite()) {
        constexpr double nan = std::numeric_limits<double>::quiet_NaN();
        return {Eigen::VectorXd::Constant(n, nan), Eigen::MatrixXd::Constant(n, n, nan)};
    }
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(hessian);
    Eigensystem system{solver.eigenvalues(), solver.eigenvectors()};
    // v and -v are equally right: choose, so that an axis drawn from it does not flip from frame to frame.
    for (Eigen::Index i = 0; i < n; ++i) {
        Eigen::Index largest = 0;
        system.vectors.col(i).cwiseAbs().maxCoeff(&largest);
        if (system.vectors(largest, i) < 0.0) system.vectors.col(i) *= -1.0;
    }
    return system;
}

StationaryClass classify_stationary(const Eigen::VectorXd& eigenvalues, double eigenvalue_tolerance) {
    if (eigenvalues.size() == 0 || !eigenvalues.allFinite()) return StationaryClass::none;
    const double zero = eigenvalue_tolerance * std::max(1e-300, eigenvalues.cwiseAbs().maxCoeff());
    const bool falls = (eigenvalues.array() < -zero).any();
    const bool rises = (eigenvalues.array() > zero).any();
    if (falls && rises) return StationaryClass::saddle;
    if ((eigenvalues.array().abs() <= zero).any()) return StationaryClass::degenerate;
    return rises ? StationaryClass::minimum : StationaryClass::maximum;
}

StationaryClass classify(const Eigen::VectorXd& gradient, const Eigen::MatrixXd& hessian,
                         const ClassificationTolerance& tolerance) {
    if (!gradient.allFinite() || !hessian.allFinite()) return StationaryClass::none;
    const Eigen::VectorXd eigenvalues = eigensystem(hessian).values;
    const double norm = eigenvalues.size() > 0 ? eigenvalues.cwiseAbs().maxCoeff() : 0.0;
    if (gradient.stableNorm() > tolerance.gradient * std::max(1.0, norm)) return StationaryClass::none;
    return classify_stationary(eigenvalues, tolerance.eigenvalue);
}

}  // namespace thalweg
