#include "app/lenses/step_phases.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "app/scene/number_format.h"

namespace thalweg {
namespace {

constexpr int fewest_digits = 3, most_digits = 17;

std::string words(const VectorXd& value, int coordinates, int digits) {
    if (value.size() == 0) return "None";
    const auto shown = std::min<Eigen::Index>(value.size(), coordinates);
    std::string text;
    for (const double each : value.head(shown)) text += (text.empty() ? "" : ", ") + format_number(each, digits);
    return shown == 1 ? text : "(" + text + ")";
}

/// The tensors at one moment.
struct State {
    VectorXd x, grad;
    const Stepper* stepper;
};

std::vector<PhaseRow> rows(const State& before, const State& after, int coordinates) {
    const auto row = [&](std::string name, const VectorXd& then, const VectorXd& now) -> PhaseRow {
        const bool changed = then.size() != now.size() || (then.array() != now.array()).any();
        PhaseRow made{std::move(name), {}, {}, changed};
        int enough = fewest_digits;
        do {
            made.before = words(then, coordinates, enough);
            made.after = words(now, coordinates, enough);
        } while (changed && made.before == made.after && ++enough <= most_digits);
        return made;
    };
    std::vector<PhaseRow> rows = {row("x", before.x, after.x), row("x.grad", before.grad, after.grad)};
    const auto kept = remembered(*before.stepper), then = remembered(*after.stepper);
    for (std::size_t i = 0; i < kept.size(); ++i) {
        std::string name = std::string(kept[i].name) + " (" + std::string(kept[i].symbol) + ")";
        rows.push_back(row(std::move(name), kept[i].value, then[i].value));
    }
    if (!before.stepper->optimizer().schedules.empty()) {
        const VectorXd rate = VectorXd::Constant(1, before.stepper->learning_rate());
        rows.push_back(row("lr (η)", rate, VectorXd::Constant(1, after.stepper->learning_rate())));
    }
    return rows;
}

/// What backward() leaves in x.grad, and what clipping makes of it.
VectorXd gradient(Objective& objective, const Optimizer& optimizer, const VectorXd& x, int step, bool clipped) {
    VectorXd result(x.size());
    const std::optional<Clip> none;
    ShapedObjective(objective, optimizer.noise, clipped ? optimizer.clip : none, step).gradient(x, result);
    return result;
}

std::string clip_code(const Clip& clip) {
    if (const auto* const norm = std::get_if<ClipNorm>(&clip)) {
        return "clip_grad_norm_([x], " + format_number(norm->max_norm) + ")";
    }
    return "clip_grad_value_([x], " + format_number(std::get<ClipValue>(clip).clip_value) + ")";
}

/// Methods that look elsewhere during a step are given a closure to evaluate f with.
bool asks_again(const Optimizer& optimizer) {
    return std::visit(
        []<class M>(const M&) {
            return std::is_same_v<M, Lbfgs> || std::is_same_v<M, ConjugateGradient> || std::is_same_v<M, Backtracking>;
        },
        optimizer.method);
}

/// Their closures leave in x.grad the slope at the last point that was tried.
bool leaves_other_slopes(const Optimizer& optimizer) {
    return std::holds_alternative<Lbfgs>(optimizer.method) ||
           std::holds_alternative<ConjugateGradient>(optimizer.method);
}

}  // namespace

std::vector<StepPhase> step_phases(const Moment& before, const VectorXd& next, const Stepper& after,
                                   const VectorXd& previous, Objective& objective, int coordinates) {
    const Optimizer& optimizer = before.stepper.optimizer();
    const int step = before.stepper.steps();
    State state{before.x, VectorXd(), &before.stepper};
    if (previous.size() > 0) state.grad = gradient(objective, optimizer, previous, step - 1, true);

    std::vector<StepPhase> phases;
    const auto go = [&](std::string name, std::vector<std::string> code, State then) {
        phases.push_back({std::move(name), std::move(code), rows(state, then, coordinates)});
        state = std::move(then);
    };
    go("zero_grad", {"optimizer.zero_grad()"}, {state.x, VectorXd(), state.stepper});
    go("backward", {"loss = f(x); loss.backward()"},
       {state.x, gradient(objective, optimizer, state.x, step, false), state.stepper});
    if (optimizer.clip) {
        go("clip", {clip_code(*optimizer.clip)},
           {state.x, gradient(objective, optimizer, state.x, step, true), state.stepper});
    }
    std::vector<std::string> code = {asks_again(optimizer) ? "optimizer.step(closure)" : "optimizer.step()"};
    if (!optimizer.schedules.empty()) code.back() += "; scheduler.step()";
    go("step", std::move(code), {next, state.grad, &after});
    if (leaves_other_slopes(optimizer)) {
        PhaseRow& slope = phases.back().rows[1];
        slope.after = "where it last looked";
        slope.changed = true;
    }
    return phases;
}

}  // namespace thalweg
