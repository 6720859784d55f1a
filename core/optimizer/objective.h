#pragma once

#include <Eigen/Core>

namespace thalweg {

using Eigen::MatrixXd;
using Eigen::VectorXd;
using VectorRef = Eigen::Ref<Eigen::VectorXd>;
using ConstVectorRef = Eigen::Ref<const Eigen::VectorXd>;

/// What an optimizer may ask of the function it minimizes, anywhere it likes. x has n entries.
class Objective {
  public:
    virtual ~Objective() = default;

    virtual double value(const ConstVectorRef& x) = 0;

    /// f at x; writes the gradient (n).
    virtual double gradient(const ConstVectorRef& x, VectorRef gradient) = 0;

    /// f at x; writes the gradient (n) and the Hessian (n×n).
    virtual double hessian(const ConstVectorRef& x, VectorRef gradient, Eigen::Ref<MatrixXd> hessian) = 0;
};

}  // namespace thalweg
