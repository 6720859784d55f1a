#include "core/optimizer/update_rule.h"

namespace thalweg {
namespace {

/// ½‖x‖²: something to step on where only the rule's words matter.
class Bowl final : public Objective {
  public:
    double value(const ConstVectorRef& x) override { return x.squaredNorm() / 2; }
    double gradient(const ConstVectorRef& x, VectorRef gradient) override {
        gradient = x;
        return value(x);
    }
    double hessian(const ConstVectorRef& x, VectorRef gradient, Eigen::Ref<MatrixXd> hessian) override {
        hessian.setIdentity();
        return this->gradient(x, gradient);
    }
};

}  // namespace

std::vector<WorkedLine> worked_step(const Stepper& stepper, const ConstVectorRef& x, Objective& objective, int i,
                                    std::string_view coordinate, int digits) {
    Working working(coordinate, digits);
    VectorXd here = x;
    std::visit([&](const auto& running) { running.method.work(working, here, objective, running.state, i); },
               stepper.running());
    return working.lines();
}

std::string update_rule(const Optimizer& optimizer) {
    Stepper stepper(optimizer, 1);
    Bowl bowl;
    VectorXd x = VectorXd::Ones(1);
    stepper.step(x, bowl);
    std::string text;
    for (const WorkedLine& line : worked_step(stepper, x, bowl, 0, "x")) {
        if (!text.empty()) text += '\n';
        text += line.symbols();
    }
    return text;
}

}  // namespace thalweg
