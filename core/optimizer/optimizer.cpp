#include "core/optimizer/optimizer.h"

namespace thalweg {
namespace {

RunningMethod at_the_start(const Optimizer& optimizer, int n) {
    return std::visit([n]<class M>(const M& method) -> RunningMethod { return Running<M>{method, method.start(n)}; },
                      optimizer.method);
}

}  // namespace

std::string_view name(const Optimizer& optimizer) {
    return std::visit([](const auto& method) { return method.keyword; }, optimizer.method);
}

std::string title(const Optimizer& optimizer) {
    return std::visit([](const auto& method) { return std::string(method.title()); }, optimizer.method);
}

std::vector<Optimizer> optimizer_presets() {
    return {
        {Sgd{}},
        {Sgd{.momentum = 0.9}},
        {Sgd{.momentum = 0.9, .nesterov = true}},
        {Adagrad{}},
        {RMSprop{}},
        {Adadelta{}},
        {Adam{}},
        {AdamW{}},
        {Adamax{}},
        {NAdam{}},
        {RAdam{}},
        {Rprop{}},
        {Lion{}},
        {Backtracking{}},
        {ConjugateGradient{}},
        {Lbfgs{.max_iter = 1, .line_search_fn = Lbfgs::LineSearch::strong_wolfe}},
        {Newton{}},
        {SaddleFreeNewton{}},
    };
}

Stepper::Stepper(const Optimizer& optimizer, int n) : running_(at_the_start(optimizer, n)) {}

void Stepper::step(VectorRef x, Objective& objective) {
    std::visit([&](auto& running) { running.method.step(x, objective, running.state); }, running_);
}

double Stepper::learning_rate() const {
    return std::visit([](const auto& running) { return running.method.learning_rate; }, running_);
}

}  // namespace thalweg
