#include "core/optimizer/anatomy.h"

namespace thalweg {
namespace {

using List = std::vector<Remembered>;

VectorXd number(double value) {
    return VectorXd::Constant(1, value);
}

/// torch keeps no buffer before the first step.
VectorXd if_any(bool any, const VectorXd& value) {
    return any ? value : VectorXd();
}

List memory(const Sgd& sgd, const Sgd::State& state) {
    if (sgd.momentum == 0.0) return {};
    return {{"momentum_buffer", "b", if_any(state.moving, state.velocity)}};
}

List memory(const Adagrad&, const Adagrad::State& state) {
    return {{"step", "t", number(state.steps)}, {"sum", "s", state.sum}};
}

List memory(const RMSprop& rmsprop, const RMSprop::State& state) {
    List list = {{"square_avg", "v", state.mean_square}};
    if (rmsprop.centered) list.push_back({"grad_avg", "a", state.mean});
    if (rmsprop.momentum > 0.0) list.push_back({"momentum_buffer", "b", state.velocity});
    return list;
}

List memory(const Adadelta&, const Adadelta::State& state) {
    return {{"square_avg", "v", state.mean_square}, {"acc_delta", "u", state.mean_square_step}};
}

List memory(const Adam& adam, const Adam::State& state) {
    List list = {{"step", "t", number(state.steps)}, {"exp_avg", "m", state.m}, {"exp_avg_sq", "v", state.v}};
    if (adam.amsgrad) list.push_back({"max_exp_avg_sq", "V", state.largest_v});
    return list;
}

List memory(const Adamax&, const Adamax::State& state) {
    return {{"step", "t", number(state.steps)}, {"exp_avg", "m", state.m}, {"exp_inf", "u", state.u}};
}

List memory(const NAdam&, const NAdam::State& state) {
    return {{"step", "t", number(state.steps)},
            {"mu_product", "P", number(state.mu_product)},
            {"exp_avg", "m", state.m},
            {"exp_avg_sq", "v", state.v}};
}

List memory(const RAdam&, const RAdam::State& state) {
    return {{"step", "t", number(state.steps)}, {"exp_avg", "m", state.m}, {"exp_avg_sq", "v", state.v}};
}

List memory(const Rprop&, const Rprop::State& state) {
    return {{"prev", "g₋", state.previous_gradient}, {"step_size", "Δ", state.step_size}};
}

List memory(const Lion&, const Lion::State& state) {
    return {{"exp_avg", "m", state.m}};
}

List memory(const Backtracking&, const Backtracking::State&) {
    return {};
}

List memory(const ConjugateGradient&, const ConjugateGradient::State& state) {
    return {{"previous gradient", "∇f₋", if_any(state.moving, state.previous_gradient)},
            {"direction", "d", if_any(state.moving, state.direction)}};
}

List memory(const Lbfgs&, const Lbfgs::State& state) {
    return {{"n_iter", "k", number(state.iterations)},
            {"d", "d", if_any(state.iterations > 0, state.direction)},
            {"old_stps", "pairs", number(static_cast<double>(state.pairs))}};
}

List memory(const Newton&, const Curvature&) {
    return {};
}

List memory(const SaddleFreeNewton&, const Curvature&) {
    return {};
}

}  // namespace

std::vector<Remembered> remembered(const Stepper& stepper) {
    return std::visit([](const auto& running) { return memory(running.method, running.state); }, stepper.running());
}

}  // namespace thalweg
