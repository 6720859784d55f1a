#pragma once

#include <memory>
#include <optional>

#include "core/landscape/landscape.h"
#include "core/landscape/training.h"
#include "core/optimizer/objective.h"

namespace thalweg {

/// An evaluator as optimizers see it. Remembers the last gradient it gave, so that asking again at the same point (the
/// row that was recorded is where the next step begins) costs nothing. Does not allocate after construction.
class EvaluatorObjective final : public Objective {
  public:
    /// n: the number of coordinates. The evaluator must outlive this.
    EvaluatorObjective(Evaluator& evaluator, int n);

    double value(const ConstVectorRef& x) override;
    double gradient(const ConstVectorRef& x, VectorRef gradient) override;
    double hessian(const ConstVectorRef& x, VectorRef gradient, Eigen::Ref<MatrixXd> hessian) override;

    /// To be called when the evaluator has become another function.
    void forget() { remembered_ = false; }

  private:
    bool remembers(const ConstVectorRef& x) const;

    Evaluator& evaluator_;
    bool remembered_ = false;
    double value_ = 0.0;
    VectorXd point_, gradient_;
};

/// A landscape as the steps of a run see it: as a whole, or, where it is a mean over samples, one batch after another.
class LandscapeObjective final : public Objective {
  public:
    /// whole: steps see the whole even where the landscape has batches.
    explicit LandscapeObjective(const Landscape& landscape, bool whole = false);

    // The landscape as a whole.
    double value(const ConstVectorRef& x) override { return whole_.value(x); }
    double gradient(const ConstVectorRef& x, VectorRef gradient) override { return whole_.gradient(x, gradient); }
    double hessian(const ConstVectorRef& x, VectorRef gradient, Eigen::Ref<MatrixXd> hessian) override {
        return whole_.hessian(x, gradient, hessian);
    }
    bool differentiable(const ConstVectorRef& x);

    /// What the step of this number (counted from 0) descends; valid until another step's is asked for.
    Objective& of_step(int step);

    /// Whether steps see anything else than the whole.
    bool has_batches() const { return batch_.has_value(); }

    /// nullptr where steps see the whole and nothing is held out.
    Training* training() { return training_.get(); }

  private:
    std::unique_ptr<Evaluator> evaluator_;
    std::unique_ptr<Training> training_;
    EvaluatorObjective whole_;
    std::optional<EvaluatorObjective> batch_;
    int step_ = -1;  ///< whose batch is chosen
};

}  // namespace thalweg
