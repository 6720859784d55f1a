#include "core/descent/landscape_objective.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

namespace thalweg {
namespace {

std::span<const double> entries(const ConstVectorRef& x) {
    return {x.data(), static_cast<std::size_t>(x.size())};
}

std::span<double> entries(VectorXd& x) {
    return {x.data(), static_cast<std::size_t>(x.size())};
}

}  // namespace

LandscapeObjective::LandscapeObjective(const Landscape& landscape)
    : evaluator_(landscape.evaluator()),
      point_(VectorXd::Zero(landscape.dimensions())),
      gradient_(VectorXd::Zero(landscape.dimensions())) {}

bool LandscapeObjective::remembers(const ConstVectorRef& x) const {
    // Bit by bit: 1/x at −0 is not 1/x at 0.
    const auto same_bits = [](double a, double b) {
        return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
    };
    return remembered_ && std::ranges::equal(entries(x), entries(point_), same_bits);
}

double LandscapeObjective::value(const ConstVectorRef& x) {
    return remembers(x) ? value_ : evaluator_->value(entries(x));
}

double LandscapeObjective::gradient(const ConstVectorRef& x, VectorRef gradient) {
    if (!remembers(x)) {
        point_ = x;
        value_ = evaluator_->gradient(entries(point_), entries(gradient_));
        remembered_ = true;
    }
    gradient = gradient_;
    return value_;
}

double LandscapeObjective::hessian(const ConstVectorRef& x, VectorRef gradient, Eigen::Ref<MatrixXd> hessian) {
    // Symmetric, so that rows or columns first is the same.
    const std::span<double> rows(hessian.data(), static_cast<std::size_t>(hessian.size()));
    return evaluator_->hessian(entries(x), {gradient.data(), static_cast<std::size_t>(gradient.size())}, rows);
}

bool LandscapeObjective::differentiable(const ConstVectorRef& x) {
    return evaluator_->differentiable(entries(x));
}

}  // namespace thalweg
