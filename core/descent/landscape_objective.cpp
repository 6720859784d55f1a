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

std::unique_ptr<Training> training_on(const Landscape& landscape) {
    const auto* sampled = dynamic_cast<const SampledLandscape*>(&landscape);
    return sampled == nullptr ? nullptr : sampled->training();
}

}  // namespace

EvaluatorObjective::EvaluatorObjective(Evaluator& evaluator, int n)
    : evaluator_(evaluator), point_(VectorXd::Zero(n)), gradient_(VectorXd::Zero(n)) {}

bool EvaluatorObjective::remembers(const ConstVectorRef& x) const {
    // Bit by bit: 1/x at −0 is not 1/x at 0.
    const auto same_bits = [](double a, double b) {
        return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
    };
    return remembered_ && std::ranges::equal(entries(x), entries(point_), same_bits);
}

double EvaluatorObjective::value(const ConstVectorRef& x) {
    return remembers(x) ? value_ : evaluator_.value(entries(x));
}

double EvaluatorObjective::gradient(const ConstVectorRef& x, VectorRef gradient) {
    if (!remembers(x)) {
        point_ = x;
        value_ = evaluator_.gradient(entries(point_), entries(gradient_));
        remembered_ = true;
    }
    gradient = gradient_;
    return value_;
}

double EvaluatorObjective::hessian(const ConstVectorRef& x, VectorRef gradient, Eigen::Ref<MatrixXd> hessian) {
    // Symmetric, so that rows or columns first is the same.
    const std::span<double> rows(hessian.data(), static_cast<std::size_t>(hessian.size()));
    return evaluator_.hessian(entries(x), {gradient.data(), static_cast<std::size_t>(gradient.size())}, rows);
}

LandscapeObjective::LandscapeObjective(const Landscape& landscape, bool whole)
    : evaluator_(landscape.evaluator()),
      training_(training_on(landscape)),
      whole_(*evaluator_, landscape.dimensions()) {
    if (!whole && training_ != nullptr && training_->has_batches())
        batch_.emplace(training_->batch(), landscape.dimensions());
}

bool LandscapeObjective::differentiable(const ConstVectorRef& x) {
    return evaluator_->differentiable(entries(x));
}

Objective& LandscapeObjective::of_step(int step) {
    if (!batch_) return whole_;
    if (step != step_) {
        training_->choose(step);
        batch_->forget();
        step_ = step;
    }
    return *batch_;
}

}  // namespace thalweg
