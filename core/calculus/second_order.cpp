#include "core/calculus/second_order.h"

#include <cmath>
#include <limits>

#include "core/calculus/classification.h"

namespace thalweg {
namespace {

std::string stationary_sentence(StationaryClass kind) {
    switch (kind) {
        case StationaryClass::minimum:
            return "A minimum: the gradient is 0 and f is a bowl along both eigenvectors, so every way out leads up.";
        case StationaryClass::maximum:
            return "A maximum: the gradient is 0 and f is a dome along both eigenvectors, so every way out leads down.";
        case StationaryClass::saddle:
            return "A saddle: the gradient is 0 and f is a dome along e₁ but a bowl along e₂, so it falls one way and "
                   "rises the other.";
        case StationaryClass::degenerate:
        case StationaryClass::none:
            break;
    }
    return "Degenerate: the gradient is 0 and so is an eigenvalue; along its eigenvector only higher derivatives say "
           "which way f goes.";
}

/// How f is bent about its slope.
std::string bent_sentence(StationaryClass kind) {
    switch (kind) {
        case StationaryClass::minimum:
            return "f bends up along both eigenvectors, as in a bowl: it lies above its tangent plane.";
        case StationaryClass::maximum:
            return "f bends down along both eigenvectors, as on a dome: it lies below its tangent plane.";
        case StationaryClass::saddle:
            return "f bends down along e₁ and up along e₂, as at a saddle: it crosses its tangent plane.";
        case StationaryClass::degenerate:
        case StationaryClass::none:
            break;
    }
    return "An eigenvalue is 0: along its eigenvector f is straight as far as second derivatives tell.";
}

}  // namespace

double condition_number(const Eigen::VectorXd& eigenvalues) {
    if (eigenvalues.size() == 0 || !eigenvalues.allFinite()) return std::numeric_limits<double>::quiet_NaN();
    const Eigen::VectorXd sizes = eigenvalues.cwiseAbs();
    return sizes.maxCoeff() / sizes.minCoeff();
}

std::string_view bend(double eigenvalue, double largest) {
    if (std::isnan(eigenvalue)) return "undefined";
    const StationaryClass kind =
        classify_stationary(Eigen::Vector2d(eigenvalue, std::copysign(std::max(largest, 0.0), eigenvalue)));
    if (kind == StationaryClass::minimum) return "bowl";
    return kind == StationaryClass::maximum ? "dome" : "flat";
}

std::string shape_sentence(const TaylorModel& model) {
    if (std::string why = obstacle(model); !why.empty()) return why;
    const StationaryClass kind = classify(model.gradient, model.hessian);
    if (kind != StationaryClass::none) return stationary_sentence(kind);
    return "Not stationary, since the gradient is not 0. " +
           bent_sentence(classify_stationary(eigensystem(model.hessian).values));
}

}  // namespace thalweg
