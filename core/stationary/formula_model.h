#pragma once

#include <vector>

#include "core/formula/evaluate.h"
#include "core/formula/scalar.h"
#include "core/landscape/formula_landscape.h"
#include "core/stationary/domain_calculator.h"
#include "core/stationary/interval_model.h"

namespace thalweg {

/// A formula over rectangles. Parameters that are no short binary fractions were typed in decimal, and are enclosed by
/// their neighbours.
class FormulaModel final : public IntervalModel {
  public:
    /// The landscape has one or two dimensions.
    explicit FormulaModel(const FormulaLandscape& landscape);

    bool is_curve() const override { return curve_; }
    Interval value(const Rectangle& r) override;
    GradientEnclosure gradient(const Rectangle& r) override;
    DerivativeEnclosure derivatives(const Rectangle& r) override;
    LocalDerivatives at(double x, double y) override;

  private:
    GradientEnclosure gradient_of(const DomainCalculator& calculator, const Rectangle& r) const;

    bool curve_;
    bool one_variable_;
    std::vector<Interval> parameters_;
    DomainCalculator value_;
    DomainCalculator gradient_;
    DomainCalculator hessian_;
    Calculator<double> point_;
};

}  // namespace thalweg
