#include "core/optimizer/linear_step.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/optimizer/decay_of.h"

namespace thalweg {
namespace {

using Result = std::expected<LinearStep, std::string_view>;

VectorXd ones(const VectorXd& like) {
    return VectorXd::Ones(like.size());
}

/// √v + ε, corrected for the average's youth.
VectorXd root(const VectorXd& v, double correction, double eps) {
    return (v.array() / correction).sqrt() + eps;
}

Result linear(const Sgd& sgd, const Sgd::State&, const Sgd::State& after) {
    const double rate = sgd.learning_rate;
    LinearStep step{.divisor = ones(after.gradient)};
    if (sgd.momentum == 0.0) {
        step.direct = rate;
        return step;
    }
    step.memory = sgd.momentum;
    step.intake = 1.0 - sgd.dampening;
    step.direct = sgd.nesterov ? rate : 0.0;
    step.through_memory = sgd.nesterov ? rate * sgd.momentum : rate;
    return step;
}

Result linear(const Adagrad& adagrad, const Adagrad::State& before, const Adagrad::State& after) {
    return LinearStep{.direct = adagrad.learning_rate / (1.0 + before.steps * adagrad.lr_decay),
                      .divisor = root(after.sum, 1.0, adagrad.eps)};
}

Result linear(const RMSprop& rmsprop, const RMSprop::State&, const RMSprop::State& after) {
    VectorXd square = after.mean_square;
    if (rmsprop.centered) square -= after.mean.cwiseAbs2();
    const bool moving = rmsprop.momentum > 0.0;
    return LinearStep{.direct = moving ? 0.0 : rmsprop.learning_rate,
                      .through_memory = moving ? rmsprop.learning_rate : 0.0,
                      .memory = rmsprop.momentum,
                      .divisor = root(square, 1.0, rmsprop.eps)};
}

Result linear(const Adadelta& adadelta, const Adadelta::State& before, const Adadelta::State& after) {
    const VectorXd steps = (before.mean_square_step.array() + adadelta.eps).sqrt();
    const VectorXd slopes = (after.mean_square.array() + adadelta.eps).sqrt();
    return LinearStep{.direct = adadelta.learning_rate, .divisor = slopes.cwiseQuotient(steps)};
}

/// What the methods with an average of gradients, corrected for its youth, have in common.
template <class M>
LinearStep averaging(const M& method, double steps, VectorXd divisor) {
    return {.through_memory = method.learning_rate / (1.0 - std::pow(method.beta1, steps)),
            .memory = method.beta1,
            .intake = 1.0 - method.beta1,
            .divisor = std::move(divisor)};
}

Result linear(const Adam& adam, const Adam::State&, const Adam::State& after) {
    const VectorXd& square = adam.amsgrad ? after.largest_v : after.v;
    return averaging(adam, after.steps, root(square, 1.0 - std::pow(adam.beta2, after.steps), adam.eps));
}

Result linear(const Adamax& adamax, const Adamax::State&, const Adamax::State& after) {
    return averaging(adamax, after.steps, after.u);
}

Result linear(const NAdam& nadam, const NAdam::State&, const NAdam::State& after) {
    const auto mu = [&](double t) { return nadam.beta1 * (1.0 - 0.5 * std::pow(0.96, t * nadam.momentum_decay)); };
    const double now = mu(after.steps), next = mu(after.steps + 1.0);
    return LinearStep{.direct = nadam.learning_rate * (1.0 - now) / (1.0 - after.mu_product),
                      .through_memory = nadam.learning_rate * next / (1.0 - after.mu_product * next),
                      .memory = nadam.beta1,
                      .intake = 1.0 - nadam.beta1,
                      .divisor = root(after.v, 1.0 - std::pow(nadam.beta2, after.steps), nadam.eps)};
}

Result linear(const RAdam& radam, const RAdam::State&, const RAdam::State& after) {
    const double power = std::pow(radam.beta2, after.steps), limit = 2.0 / (1.0 - radam.beta2) - 1.0;
    const double rho = limit - 2.0 * after.steps * power / (1.0 - power);
    if (rho <= 5.0) return averaging(radam, after.steps, ones(after.v));
    const double r = std::sqrt((rho - 4.0) * (rho - 2.0) * limit / ((limit - 4.0) * (limit - 2.0) * rho));
    return averaging(radam, after.steps, root(after.v, 1.0, radam.eps) / (r * std::sqrt(1.0 - power)));
}

Result linear(const Rprop&, const Rprop::State&, const Rprop::State&) {
    return std::unexpected(
        "Rprop steps by the slope's sign alone: no curvature makes its steps longer, and they shrink when it turns.");
}

Result linear(const Lion&, const Lion::State&, const Lion::State&) {
    return std::unexpected(
        "Lion steps by a sign alone: every step is as long as the rate, whatever the curvature, so that it cannot "
        "diverge and ends by swinging about a minimum.");
}

Result linear(const Backtracking&, const Backtracking::State&, const Backtracking::State&) {
    return std::unexpected(
        "Backtracking shortens each step until it descends: there is no rate that could be too large.");
}

Result linear(const ConjugateGradient&, const ConjugateGradient::State&, const ConjugateGradient::State&) {
    return std::unexpected(
        "Conjugate gradients search along each direction for a step that descends: there is no rate that could be too "
        "large.");
}

Result linear(const Lbfgs& lbfgs, const Lbfgs::State&, const Lbfgs::State&) {
    if (lbfgs.line_search_fn == Lbfgs::LineSearch::strong_wolfe) {
        return std::unexpected(
            "L-BFGS divides by the curvature that it has met, and its line search takes only steps that descend: there "
            "is no rate that could be too large.");
    }
    return std::unexpected(
        "L-BFGS divides by the curvature that it has met, which 2/λmax knows nothing of; without a line search nothing "
        "holds its steps.");
}

Result linear(const Newton&, const Newton::State&, const Newton::State&) {
    return std::unexpected(
        "Newton's method divides each slope by its own curvature: lr counts whole ways to where the parabola is level, "
        "so that steep and flat valleys are alike.");
}

Result linear(const SaddleFreeNewton&, const SaddleFreeNewton::State&, const SaddleFreeNewton::State&) {
    return std::unexpected(
        "Saddle-free Newton divides each slope by the size of its own curvature, so that steep and flat valleys are "
        "alike.");
}

}  // namespace

double LinearStep::bounces_beyond() const {
    const double pull = direct + through_memory * intake;
    return pull > 0.0 ? std::max(0.0, (keep + memory) / pull) : std::numeric_limits<double>::infinity();
}

double LinearStep::diverges_beyond() const {
    if (memory >= 1.0) return 0.0;
    const double pull = direct * (1.0 + memory) + through_memory * intake;
    return pull > 0.0 ? std::max(0.0, (1.0 + keep) * (1.0 + memory) / pull) : std::numeric_limits<double>::infinity();
}

bool LinearStep::swings(double omega) const {
    const double trace = keep + memory - omega * (direct + through_memory * intake);
    return trace * trace < 4.0 * memory * (keep - omega * direct);
}

std::expected<LinearStep, std::string_view> linear_step(const Stepper& before, const Stepper& after) {
    return std::visit(
        [&]<class M>(const Running<M>& running) {
            const M& method = running.method;
            Result step = linear(method, running.state, std::get<Running<M>>(after.running()).state);
            if (step) {
                step->keep = 1.0 - method.learning_rate * decoupled_decay(method);
                step->weight_decay = coupled_decay(method);
            }
            return step;
        },
        before.running());
}

}  // namespace thalweg
