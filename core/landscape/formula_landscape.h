#pragma once

#include <vector>

#include "core/formula/formula.h"
#include "core/landscape/landscape.h"

namespace thalweg {

/// A typed formula with values for its parameters. A formula of one variable, asked for in two coordinates, is the
/// surface that is constant in the second.
class FormulaLandscape final : public Landscape {
  public:
    /// parameters: one value for each of formula.parameters(), in that order.
    /// coordinates: n; at least the number of the formula's variables (anything less is a broken invariant).
    FormulaLandscape(Formula formula, std::vector<double> parameters, int coordinates = 2);

    int dimensions() const override { return coordinates_; }
    int variables() const override { return static_cast<int>(formula_.variables().size()); }
    std::unique_ptr<Evaluator> evaluator() const override;
    std::unique_ptr<BatchEvaluator> batch_evaluator() const override;
    void grid_values(std::span<const double> x, std::span<const double> y, std::span<double> f) const override;
    void grid_gradients(std::span<const double> x, std::span<const double> y, std::span<double> f, std::span<double> fx,
                        std::span<double> fy) const override;

    const Formula& formula() const { return formula_; }
    std::span<const double> parameters() const { return parameters_; }

  private:
    Formula formula_;
    std::vector<double> parameters_;
    int coordinates_;
};

}  // namespace thalweg
