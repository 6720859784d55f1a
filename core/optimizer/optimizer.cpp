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

double base_rate(const Optimizer& optimizer) {
    return std::visit([](const auto& method) { return method.learning_rate; }, optimizer.method);
}

bool maximizes(const Optimizer& optimizer) {
    return std::visit(
        [](const auto& method) {
            if constexpr (requires { method.maximize; }) return method.maximize;
            return false;
        },
        optimizer.method);
}

bool elementwise(const Optimizer& optimizer) {
    return std::visit(
        [](const auto& method) {
            if constexpr (requires { method.elementwise; }) return method.elementwise;
            return false;
        },
        optimizer.method);
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

Stepper::Stepper(const Optimizer& optimizer, int n) : optimizer_(optimizer), running_(at_the_start(optimizer, n)) {
    follow_schedules();
}

void Stepper::follow_schedules() {
    if (optimizer_.schedules.empty()) return;
    const double base = base_rate(optimizer_);
    const Scheduled now = scheduled(optimizer_.schedules, base, steps_);
    std::visit(
        [&](auto& running) {
            auto& method = running.method;
            method.learning_rate = now.learning_rate;
            if (!now.momentum) return;
            if constexpr (requires { method.momentum; }) {
                method.momentum = *now.momentum;
            } else if constexpr (requires { method.beta1; }) {
                method.beta1 = *now.momentum;
            }
        },
        running_);
}

ShapedObjective Stepper::shaped(Objective& objective) const {
    return {objective, optimizer_.noise, optimizer_.clip, steps_};
}

void Stepper::step(VectorRef x, Objective& objective) {
    const auto step_on = [&](Objective& seen) {
        std::visit([&](auto& running) { running.method.step(x, seen, running.state); }, running_);
    };
    if (optimizer_.noise || optimizer_.clip) {
        ShapedObjective seen = shaped(objective);
        step_on(seen);
    } else {
        step_on(objective);
    }
    ++steps_;
    follow_schedules();
}

double Stepper::learning_rate() const {
    return std::visit([](const auto& running) { return running.method.learning_rate; }, running_);
}

}  // namespace thalweg
