#include <array>

#include "app/scene/scene.h"

namespace thalweg {

Inspection inspect(Evaluator& evaluator, double x, double y) {
    const std::array<double, 2> point = {x, y};
    Eigen::VectorXd gradient(2);
    Eigen::MatrixXd hessian(2, 2);  // symmetric: by rows is by columns
    Inspection seen;
    seen.x = x;
    seen.y = y;
    seen.value = evaluator.hessian(point, {gradient.data(), 2}, {hessian.data(), 4});
    seen.gradient = {gradient[0], gradient[1]};
    seen.hessian = {{{hessian(0, 0), hessian(0, 1)}, {hessian(1, 0), hessian(1, 1)}}};
    seen.eigen = eigensystem(hessian);
    seen.differentiable = evaluator.differentiable(point);
    seen.kind = seen.differentiable ? classify(gradient, hessian) : StationaryClass::none;
    return seen;
}

}  // namespace thalweg
