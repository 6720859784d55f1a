#include "core/calculus/taylor.h"

#include <cmath>
#include <cstddef>

namespace thalweg {
namespace {

using ConstVectorMap = Eigen::Map<const Eigen::VectorXd>;

ConstVectorMap vector(std::span<const double> numbers) {
    return {numbers.data(), static_cast<Eigen::Index>(numbers.size())};
}

}  // namespace

double TaylorModel::first_order(std::span<const double> d) const {
    return gradient.dot(vector(d));
}

double TaylorModel::second_order(std::span<const double> d) const {
    return 0.5 * vector(d).dot(hessian * vector(d));
}

TaylorModel taylor_model(Evaluator& f, std::span<const double> point) {
    const auto n = static_cast<Eigen::Index>(point.size());
    TaylorModel model{.value = 0.0,
                      .gradient = Eigen::VectorXd(n),
                      .hessian = Eigen::MatrixXd(n, n),  // symmetric: by rows is by columns
                      .differentiable = f.differentiable(point)};
    model.value =
        f.hessian(point, {model.gradient.data(), point.size()}, {model.hessian.data(), point.size() * point.size()});
    return model;
}

std::string obstacle(const TaylorModel& model) {
    if (std::isnan(model.value)) return "f is not defined here.";
    if (std::isinf(model.value)) return "f is infinite here.";
    if (!model.differentiable) return "f has a kink or jump here, so that no plane and no parabola lies close to it.";
    if (!model.gradient.allFinite() || !model.hessian.allFinite()) return "The derivatives of f are not finite here.";
    return {};
}

Prediction predict(Evaluator& f, std::span<const double> point, std::span<const double> d) {
    const TaylorModel model = taylor_model(f, point);
    const Eigen::VectorXd end = vector(point) + vector(d);
    const double first = model.first_order(d);
    return {.first_order = first,
            .second_order = first + model.second_order(d),
            .actual = f.value({end.data(), point.size()}) - model.value};
}

}  // namespace thalweg
