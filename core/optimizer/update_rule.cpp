#include "core/optimizer/update_rule.h"

namespace thalweg {
namespace {

/// ¼ Σ xᵢ⁴: something to step on where only the rule's words matter. No method arrives at its minimum in one step.
class Quartic final : public Objective {
  public:
    double value(const ConstVectorRef& x) override { return x.array().pow(4).sum() / 4; }
    double gradient(const ConstVectorRef& x, VectorRef gradient) override {
        gradient = x.array().cube();
        return value(x);
    }
    double hessian(const ConstVectorRef& x, VectorRef gradient, Eigen::Ref<MatrixXd> hessian) override {
        hessian = (3 * x.array().square()).matrix().asDiagonal();
        return this->gradient(x, gradient);
    }
};

}  // namespace

std::vector<WorkedLine> worked_step(const Stepper& stepper, const ConstVectorRef& x, Objective& objective, int i,
                                    std::string_view coordinate, int digits) {
    Working working(coordinate, digits);
    const Optimizer& settings = stepper.optimizer();
    if (settings.noise || settings.clip) {
        VectorXd gradient(x.size());
        objective.gradient(x, gradient);
        working.gradient(x[i], gradient[i], 0.0, false);
        if (settings.noise) {
            std::visit([&](const auto& noise) { noise.work(working, gradient, stepper.steps(), i); }, *settings.noise);
        }
        if (settings.clip) {
            std::visit([&](const auto& clip) { clip.work(working, gradient, i); }, *settings.clip);
        }
    }
    ShapedObjective seen = stepper.shaped(objective);
    VectorXd here = x;
    std::visit([&](const auto& running) { running.method.work(working, here, seen, running.state, i); },
               stepper.running());
    return working.lines();
}

std::string update_rule(const Optimizer& optimizer) {
    Stepper stepper(optimizer, 1);
    Quartic quartic;
    VectorXd x = VectorXd::Constant(1, 2.0);
    stepper.step(x, quartic);
    std::string text;
    for (const WorkedLine& line : worked_step(stepper, x, quartic, 0, "x")) {
        if (!text.empty()) text += '\n';
        text += line.symbols();
    }
    return text;
}

}  // namespace thalweg
