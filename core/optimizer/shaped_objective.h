#pragma once

#include <optional>

#include "core/optimizer/clip.h"
#include "core/optimizer/noise.h"
#include "core/optimizer/objective.h"

namespace thalweg {

/// An objective as one step of an optimizer sees it: noise is added to the gradient, then the gradient is clipped.
class ShapedObjective final : public Objective {
  public:
    /// step: counted from 0. The references must outlive this.
    ShapedObjective(Objective& objective, const std::optional<Noise>& noise, const std::optional<Clip>& clip, int step)
        : objective_(objective), noise_(noise), clip_(clip), step_(step) {}

    double value(const ConstVectorRef& x) override { return objective_.value(x); }

    double gradient(const ConstVectorRef& x, VectorRef gradient) override {
        const double f = objective_.gradient(x, gradient);
        shape(gradient);
        return f;
    }

    double hessian(const ConstVectorRef& x, VectorRef gradient, Eigen::Ref<MatrixXd> hessian) override {
        const double f = objective_.hessian(x, gradient, hessian);
        shape(gradient);
        return f;
    }

  private:
    void shape(VectorRef gradient) const {
        if (noise_) std::visit([&](const auto& noise) { noise.apply(gradient, step_); }, *noise_);
        if (clip_) std::visit([&](const auto& clip) { clip.apply(gradient); }, *clip_);
    }

    Objective& objective_;
    const std::optional<Noise>& noise_;
    const std::optional<Clip>& clip_;
    int step_;
};

}  // namespace thalweg
