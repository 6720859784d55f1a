#pragma once

#include <memory>

#include "core/landscape/landscape.h"
#include "core/optimizer/objective.h"

namespace thalweg {

/// A landscape as optimizers see it. Remembers the last gradient it gave, so that asking again at the same point (the
/// row that was recorded is where the next step begins) costs nothing. Does not allocate after construction.
class LandscapeObjective final : public Objective {
  public:
    explicit LandscapeObjective(const Landscape& landscape);

    double value(const ConstVectorRef& x) override;
    double gradient(const ConstVectorRef& x, VectorRef gradient) override;
    double hessian(const ConstVectorRef& x, VectorRef gradient, Eigen::Ref<MatrixXd> hessian) override;

    bool differentiable(const ConstVectorRef& x);

  private:
    bool remembers(const ConstVectorRef& x) const;

    std::unique_ptr<Evaluator> evaluator_;
    bool remembered_ = false;
    double value_ = 0.0;
    VectorXd point_, gradient_;
};

}  // namespace thalweg
