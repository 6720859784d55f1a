#include "core/network/stationary_near.h"

#include <algorithm>
#include <cmath>

#include "core/calculus/classification.h"

namespace thalweg {
namespace {

constexpr int most_steps = 300;
constexpr double gradient_tolerance = 1e-10;

struct Place {
    Eigen::VectorXd x, gradient;
    Eigen::MatrixXd hessian;
    double f = 0.0, norm = 0.0;
};

std::span<double> entries(Eigen::VectorXd& vector) {
    return {vector.data(), static_cast<std::size_t>(vector.size())};
}

Place look(Evaluator& evaluator, Eigen::VectorXd x) {
    const Eigen::Index n = x.size();
    Place place{.x = std::move(x), .gradient = Eigen::VectorXd(n), .hessian = Eigen::MatrixXd(n, n)};
    place.f = evaluator.hessian(entries(place.x), entries(place.gradient),
                                {place.hessian.data(), static_cast<std::size_t>(n * n)});
    place.norm = place.gradient.stableNorm();
    return place;
}

double largest(const Eigen::VectorXd& eigenvalues) {
    return eigenvalues.cwiseAbs().maxCoeff();
}

SpectrumAt told(const Place& place, const Eigen::VectorXd& eigenvalues) {
    const double zero = ClassificationTolerance{}.eigenvalue * std::max(1e-300, largest(eigenvalues));
    return {.position = {place.x.begin(), place.x.end()},
            .loss = place.f,
            .gradient_norm = place.norm,
            .eigenvalues = {eigenvalues.begin(), eigenvalues.end()},
            .negative_share =
                static_cast<double>((eigenvalues.array() < -zero).count()) / static_cast<double>(eigenvalues.size())};
}

Eigen::VectorXd vector_of(std::span<const double> numbers) {
    return Eigen::Map<const Eigen::VectorXd>(numbers.data(), static_cast<Eigen::Index>(numbers.size()));
}

}  // namespace

SpectrumAt spectrum_at(Evaluator& evaluator, std::span<const double> position) {
    const Place place = look(evaluator, vector_of(position));
    return told(place, eigensystem(place.hessian).values);
}

std::optional<SpectrumAt> stationary_near(Evaluator& evaluator, std::span<const double> start) {
    Place here = look(evaluator, vector_of(start));
    double damping = 0.0;  // set at the first step
    for (int step = 0; step < most_steps; ++step) {
        const Eigensystem eigen = eigensystem(here.hessian);
        if (!eigen.values.allFinite() || !std::isfinite(here.norm)) return std::nullopt;
        const double scale = largest(eigen.values);
        if (here.norm <= gradient_tolerance * std::max(1.0, scale)) return told(here, eigen.values);
        if (step == 0) damping = 1e-2 * scale * scale;
        const Eigen::ArrayXd along = eigen.vectors.transpose() * here.gradient;
        const Eigen::ArrayXd lambda = eigen.values.array();
        // Steps are lengthened fourfold less than they are shortened, so that they settle.
        for (int shorter = 0;; ++shorter) {
            const Eigen::VectorXd move = eigen.vectors * (-lambda * along / (lambda.square() + damping)).matrix();
            Place next = look(evaluator, here.x + move);
            if (next.norm < here.norm) {
                here = std::move(next);
                damping /= 9.0;
                break;
            }
            if (shorter == 30) return std::nullopt;  // ‖∇f‖ is least here, and not 0
            damping = std::max(4.0 * damping, 1e-16 * scale * scale);
        }
    }
    return std::nullopt;
}

}  // namespace thalweg
