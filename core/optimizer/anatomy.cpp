#include "core/optimizer/anatomy.h"

#include <cmath>

#include <utility>

#include "core/optimizer/decay_of.h"

namespace thalweg {
namespace {

using Kind = StepTermKind;

/// Collects the terms of one step.
class Terms {
  public:
    /// A term that the step goes against, as a gradient.
    void against(Kind kind, std::string_view expression, const VectorXd& value) { add(kind, expression, value, -1.0); }
    /// A term that the step goes along.
    void along(Kind kind, std::string_view expression, const VectorXd& value) { add(kind, expression, value, 1.0); }

    std::vector<StepTerm> taken() { return std::move(terms_); }

  private:
    void add(Kind kind, std::string_view expression, const VectorXd& value, double sign) {
        terms_.push_back({.kind = kind, .expression = std::string(expression), .value = value, .sign = sign});
    }
    std::vector<StepTerm> terms_;
};

/// What a method makes of the gradient g: one overload for each. `after`: its state after the step.
void add_terms(Terms& terms, const Sgd& sgd, const Sgd::State&, const Sgd::State& after, const VectorXd& g) {
    if (sgd.momentum == 0.0) return;
    terms.against(Kind::memory, "b", after.velocity);
    if (sgd.nesterov) terms.against(Kind::direction, "g + μ·b", g + sgd.momentum * after.velocity);
}

void add_terms(Terms& terms, const Adagrad& adagrad, const Adagrad::State&, const Adagrad::State& after,
               const VectorXd& g) {
    terms.against(Kind::scaled, "g/(√(s) + ε)", g.array() / (after.sum.array().sqrt() + adagrad.eps));
}

void add_terms(Terms& terms, const RMSprop& rmsprop, const RMSprop::State&, const RMSprop::State& after,
               const VectorXd& g) {
    VectorXd square = after.mean_square;
    if (rmsprop.centered) square -= after.mean.cwiseAbs2();
    terms.against(Kind::scaled, "g/d", g.array() / (square.array().sqrt() + rmsprop.eps));
    if (rmsprop.momentum > 0.0) terms.against(Kind::memory, "b", after.velocity);
}

void add_terms(Terms& terms, const Adadelta& adadelta, const Adadelta::State& before, const Adadelta::State& after,
               const VectorXd& g) {
    const auto steps = (before.mean_square_step.array() + adadelta.eps).sqrt();
    terms.against(Kind::scaled, "d", steps / (after.mean_square.array() + adadelta.eps).sqrt() * g.array());
}

void add_terms(Terms& terms, const Adam& adam, const Adam::State&, const Adam::State& after, const VectorXd&) {
    const VectorXd m = after.m / (1.0 - std::pow(adam.beta1, after.steps));
    const VectorXd v = (adam.amsgrad ? after.largest_v : after.v) / (1.0 - std::pow(adam.beta2, after.steps));
    terms.against(Kind::memory, "m̂", m);
    terms.against(Kind::scaled, "m̂/(√(v̂) + ε)", m.array() / (v.array().sqrt() + adam.eps));
}

void add_terms(Terms& terms, const Adamax& adamax, const Adamax::State&, const Adamax::State& after, const VectorXd&) {
    const VectorXd m = after.m / (1.0 - std::pow(adamax.beta1, after.steps));
    terms.against(Kind::memory, "m̂", m);
    terms.against(Kind::scaled, "m̂/u", m.cwiseQuotient(after.u));
}

void add_terms(Terms& terms, const NAdam& nadam, const NAdam::State&, const NAdam::State& after, const VectorXd& g) {
    const auto mu = [&](double t) { return nadam.beta1 * (1.0 - 0.5 * std::pow(0.96, t * nadam.momentum_decay)); };
    const double now = mu(after.steps), next = mu(after.steps + 1.0);
    const VectorXd d = (1.0 - now) / (1.0 - after.mu_product) * g + next / (1.0 - after.mu_product * next) * after.m;
    const VectorXd v = after.v / (1.0 - std::pow(nadam.beta2, after.steps));
    terms.against(Kind::memory, "m", after.m);
    terms.against(Kind::direction, "d", d);
    terms.against(Kind::scaled, "d/(√(v̂) + ε)", d.array() / (v.array().sqrt() + nadam.eps));
}

void add_terms(Terms& terms, const RAdam& radam, const RAdam::State&, const RAdam::State& after, const VectorXd&) {
    const double power = std::pow(radam.beta2, after.steps), limit = 2.0 / (1.0 - radam.beta2) - 1.0;
    const double rho = limit - 2.0 * after.steps * power / (1.0 - power);
    const VectorXd m = after.m / (1.0 - std::pow(radam.beta1, after.steps));
    terms.against(Kind::memory, "m̂", m);
    if (rho <= 5.0) return;
    const double r = std::sqrt((rho - 4.0) * (rho - 2.0) * limit / ((limit - 4.0) * (limit - 2.0) * rho));
    terms.against(Kind::scaled, "m̂·r·√(1 − β₂^t)/(√(v) + ε)",
                  m.array() * (r * std::sqrt(1.0 - power)) / (after.v.array().sqrt() + radam.eps));
}

void add_terms(Terms& terms, const Rprop&, const Rprop::State&, const Rprop::State& after, const VectorXd& g) {
    // Where a slope has turned, the coordinate rests.
    if (after.gradient != g) terms.against(Kind::shaped, "g", after.gradient);
}

void add_terms(Terms& terms, const Lion& lion, const Lion::State& before, const Lion::State&, const VectorXd& g) {
    const VectorXd c = lion.beta1 * before.m + (1.0 - lion.beta1) * g;
    terms.against(Kind::memory, "c", c);
    terms.against(Kind::scaled, "sign(c)", c.unaryExpr([](double each) { return double((each > 0) - (each < 0)); }));
}

void add_terms(Terms&, const Backtracking&, const Backtracking::State&, const Backtracking::State&, const VectorXd&) {}

void add_terms(Terms& terms, const ConjugateGradient&, const ConjugateGradient::State& before,
               const ConjugateGradient::State& after, const VectorXd&) {
    if (after.beta > 0.0) terms.along(Kind::memory, "b·d", after.beta * before.direction);
    terms.along(Kind::direction, "d", after.direction);
}

void add_terms(Terms& terms, const Lbfgs&, const Lbfgs::State& before, const Lbfgs::State& after, const VectorXd&) {
    // A step of many inner iterations has no one direction.
    if (after.iterations == before.iterations + 1) terms.along(Kind::direction, "d", after.direction);
}

void add_terms(Terms& terms, const Newton&, const Curvature&, const Curvature& after, const VectorXd&) {
    terms.along(Kind::direction, "d", after.direction);
}

void add_terms(Terms& terms, const SaddleFreeNewton&, const Curvature&, const Curvature& after, const VectorXd&) {
    terms.along(Kind::direction, "d", after.direction);
}

}  // namespace

std::string StepTerm::label() const {
    if (kind == Kind::step) return "step";
    if (sign > 0) return expression;
    int depth = 0;
    bool sum = false;
    for (std::size_t i = 0; i < expression.size(); ++i) {
        if (expression[i] == '(') ++depth;
        if (expression[i] == ')') --depth;
        sum = sum || (depth == 0 && expression.substr(i).starts_with(" + "));
    }
    return sum ? "−(" + expression + ")" : "−" + expression;
}

std::vector<StepTerm> anatomy(const Stepper& stepper, const ConstVectorRef& x, Objective& objective,
                              const Stepper& after, const ConstVectorRef& next) {
    Terms terms;
    std::visit(
        [&]<class M>(const Running<M>& running) {
            const M& method = running.method;
            VectorXd raw(x.size()), g(x.size());
            objective.gradient(x, raw);
            stepper.shaped(objective).gradient(x, g);
            if (maximizes(stepper.optimizer())) g = -g;
            g += coupled_decay(method) * x;
            terms.against(Kind::gradient, "∇f", raw);
            if (g != raw) terms.against(Kind::shaped, "g", g);
            add_terms(terms, method, running.state, std::get<Running<M>>(after.running()).state, g);
            if (decoupled_decay(method) != 0.0) {
                terms.against(Kind::decay, "η·λ·x", method.learning_rate * decoupled_decay(method) * x);
            }
        },
        stepper.running());
    terms.along(Kind::step, "", next - x);
    return terms.taken();
}

}  // namespace thalweg
