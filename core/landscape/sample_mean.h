#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/formula/checked.h"
#include "core/formula/formula.h"
#include "core/formula/scalar.h"
#include "core/landscape/landscape.h"
#include "core/landscape/sample_table.h"

namespace thalweg {

/// The mean of a loss over some samples of a table, all of them at first. Sums run in the order of the samples chosen.
class SampleMean final : public Evaluator {
  public:
    SampleMean(const Formula& loss, std::shared_ptr<const SampleTable> table, int coordinates);

    /// From now on the mean over these, of which there is at least one.
    void choose(std::span<const std::uint32_t> samples);

    double value(std::span<const double> x) override;
    double gradient(std::span<const double> x, std::span<double> gradient) override;
    double hessian(std::span<const double> x, std::span<double> gradient, std::span<double> hessian) override;
    bool differentiable(std::span<const double> x) override;

  private:
    template <class Visit>
    void each_sample(Calculator<double>& calculator, std::span<const double> x, Visit&& visit);

    Formula loss_;
    std::shared_ptr<const SampleTable> table_;
    std::size_t variables_, coordinates_;
    std::vector<std::uint32_t> chosen_;
    Calculator<double> value_, gradient_, hessian_;
    Calculator<Checked> checked_;
    std::vector<Checked> checked_row_;
    std::vector<double> sums_;
};

}  // namespace thalweg
