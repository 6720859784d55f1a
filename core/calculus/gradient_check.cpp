#include "core/calculus/gradient_check.h"

#include <fmt/format.h>

#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <limits>

namespace thalweg {
namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();
constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

using ConstVectorMap = Eigen::Map<const Eigen::VectorXd>;

ConstVectorMap vector(std::span<const double> numbers) {
    return {numbers.data(), static_cast<Eigen::Index>(numbers.size())};
}

std::span<double> entries(Eigen::VectorXd& vector) {
    return {vector.data(), static_cast<std::size_t>(vector.size())};
}

/// f and its derivatives on the line x + t d.
class Line {
  public:
    Line(Evaluator& f, std::span<const double> x, std::span<const double> direction)
        : f_(f),
          x_(vector(x)),
          direction_(vector(direction).stableNormalized()),
          point_(x_.size()),
          gradient_(x_.size()),
          hessian_(x_.size() * x_.size()) {
        if (direction_.isZero(0.0) || !direction_.allFinite()) direction_.setConstant(undefined);
    }

    const Eigen::VectorXd& x() const { return x_; }
    const Eigen::VectorXd& direction() const { return direction_; }

    double value(double t) { return f_.value(entries(at(t))); }

    /// dᵀ∇²f d
    double second_derivative(double t) {
        f_.hessian(entries(at(t)), entries(gradient_), entries(hessian_));
        const auto n = x_.size();
        return direction_.dot(Eigen::Map<const Eigen::MatrixXd>(hessian_.data(), n, n) * direction_);
    }

    /// f‴ by a central difference; the step is the one that suits a function whose values and derivatives are about as
    /// large as its arguments.
    double third_derivative() {
        const double step = std::cbrt(epsilon) * std::max(1.0, x_.lpNorm<Eigen::Infinity>());
        return (second_derivative(step) - second_derivative(-step)) / (2.0 * step);
    }

  private:
    Eigen::VectorXd& at(double t) {
        point_ = x_ + t * direction_;
        return point_;
    }

    Evaluator& f_;
    Eigen::VectorXd x_, direction_;
    Eigen::VectorXd point_, gradient_, hessian_;  // hessian_: n×n
};

double step_at(const GradientCheckSettings& settings, int index) {
    if (index == settings.steps - 1) return settings.largest_step;
    const double share = static_cast<double>(index) / (settings.steps - 1);
    return std::pow(10.0, std::lerp(std::log10(settings.smallest_step), std::log10(settings.largest_step), share));
}

DifferenceQuotient difference_quotient(Line& line, double h, const GradientCheck& check) {
    const double above = line.value(h), below = line.value(-h);
    DifferenceQuotient result{.h = h, .central = (above - below) / (2.0 * h), .forward = (above - check.value) / h};
    result.central_error = std::abs(result.central - check.exact);
    result.forward_error = std::abs(result.forward - check.exact);
    return result;
}

std::optional<std::size_t> smallest(const std::vector<DifferenceQuotient>& quotients,
                                    double DifferenceQuotient::* error) {
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < quotients.size(); ++i) {
        const double here = quotients[i].*error;
        if (std::isfinite(here) && (!best || here <= quotients[*best].*error)) best = i;
    }
    return best;
}

}  // namespace

double GradientCheck::truncation_error(double h) const {
    return h * h * std::abs(third_derivative) / 6.0;
}

double GradientCheck::rounding_error(double h) const {
    return noise / h;
}

double GradientCheck::predicted_best_step() const {
    if (third_derivative == 0.0) return std::numeric_limits<double>::infinity();
    return std::cbrt(3.0 * noise / std::abs(third_derivative));
}

double GradientCheck::relative(double error) const {
    return exact == 0.0 ? undefined : error / std::abs(exact);
}

GradientCheck check_gradient(Evaluator& f, std::span<const double> x, std::span<const double> direction,
                             const GradientCheckSettings& settings) {
    Line line(f, x, direction);
    Eigen::VectorXd gradient(line.x().size());
    GradientCheck check;
    check.value = f.gradient(x, entries(gradient));
    check.exact = gradient.dot(line.direction());
    check.differentiable = f.differentiable(x);
    check.third_derivative = check.differentiable ? line.third_derivative() : undefined;
    check.noise = epsilon * (std::abs(check.value) + line.x().cwiseProduct(gradient).lpNorm<1>());
    for (int i = 0; i < settings.steps; ++i) {
        check.quotients.push_back(difference_quotient(line, step_at(settings, i), check));
    }
    check.best_central = smallest(check.quotients, &DifferenceQuotient::central_error);
    check.best_forward = smallest(check.quotients, &DifferenceQuotient::forward_error);
    return check;
}

std::string sentence(const GradientCheck& check) {
    if (std::isnan(check.exact)) return "The function is not defined there, and so has no derivative.";
    std::string text = fmt::format("Exact derivative {:.10g}; ", check.exact);
    if (!check.best_central) return text + "no central difference is defined there.";
    const DifferenceQuotient& best = check.quotients[*check.best_central];
    text += fmt::format("the best central difference, h = {:.4g}, is ", best.h);
    text += best.central_error == 0.0 ? "equal to it." : fmt::format("wrong by {:.2g}.", best.central_error);
    return check.differentiable ? text : text + " The function is not differentiable there.";
}

}  // namespace thalweg
