#include "core/landscape/sample_mean.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace thalweg {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

std::vector<Checked> checked_row(const SampleTable& table, std::size_t sample) {
    std::vector<Checked> row;
    for (const double number : table.row(sample)) row.push_back({number});
    return row;
}

}  // namespace

SampleMean::SampleMean(const Formula& loss, std::shared_ptr<const SampleTable> table, int coordinates)
    : loss_(loss),
      table_(std::move(table)),
      variables_(loss_.variables().size()),
      coordinates_(static_cast<std::size_t>(coordinates)),
      chosen_(table_->size()),
      value_(loss_.value_program(), table_->row(0)),
      gradient_(loss_.gradient_program(), table_->row(0)),
      hessian_(loss_.hessian_program(), table_->row(0)),
      checked_(loss_.value_program(), checked_row(*table_, 0)),
      checked_row_(checked_row(*table_, 0)),
      sums_(loss_.hessian_program().outputs.size()) {
    std::iota(chosen_.begin(), chosen_.end(), 0U);
}

void SampleMean::choose(std::span<const std::uint32_t> samples) {
    // No more than there are: within what is reserved.
    chosen_.assign(samples.begin(), samples.end());
}

template <class Visit>
void SampleMean::each_sample(Calculator<double>& calculator, std::span<const double> x, Visit&& visit) {
    std::copy_n(x.begin(), variables_, calculator.variables().begin());
    for (const std::uint32_t sample : chosen_) {
        calculator.set_parameters(table_->row(sample));
        calculator.evaluate();
        visit();
    }
}

double SampleMean::value(std::span<const double> x) {
    double sum = 0.0;
    each_sample(value_, x, [&] { sum += value_.output(0); });
    return sum / static_cast<double>(chosen_.size());
}

double SampleMean::gradient(std::span<const double> x, std::span<double> gradient) {
    double sum = 0.0;
    std::ranges::fill(gradient, 0.0);
    each_sample(gradient_, x, [&] {
        sum += gradient_.output(0);
        for (std::size_t i = 0; i < variables_; ++i) gradient[i] += gradient_.output(1 + i);
    });
    const auto count = static_cast<double>(chosen_.size());
    for (double& slope : gradient) slope = std::isnan(sum) ? undefined : slope / count;
    return sum / count;
}

double SampleMean::hessian(std::span<const double> x, std::span<double> gradient, std::span<double> hessian) {
    std::ranges::fill(sums_, 0.0);
    each_sample(hessian_, x, [&] {
        for (std::size_t i = 0; i < sums_.size(); ++i) sums_[i] += hessian_.output(i);
    });
    const auto count = static_cast<double>(chosen_.size());
    for (double& sum : sums_) sum = std::isnan(sums_[0]) ? undefined : sum / count;
    // Coordinates beyond the loss's variables change nothing.
    std::ranges::fill(gradient, std::isnan(sums_[0]) ? undefined : 0.0);
    std::ranges::fill(hessian, std::isnan(sums_[0]) ? undefined : 0.0);
    auto next = sums_.begin() + 1;
    for (std::size_t i = 0; i < variables_; ++i) gradient[i] = *next++;
    for (std::size_t row = 0; row < variables_; ++row) {
        for (std::size_t column = row; column < variables_; ++column) {
            hessian[row * coordinates_ + column] = hessian[column * coordinates_ + row] = *next++;
        }
    }
    return sums_[0];
}

bool SampleMean::differentiable(std::span<const double> x) {
    const auto variables = checked_.variables();
    for (std::size_t i = 0; i < variables_; ++i) variables[i] = {x[i], Smoothness::smooth};
    return std::ranges::all_of(chosen_, [&](std::uint32_t sample) {
        std::ranges::transform(table_->row(sample), checked_row_.begin(),
                               [](double number) { return Checked{number}; });
        checked_.set_parameters(checked_row_);
        checked_.evaluate();
        return checked_.output(0).differentiable();
    });
}

}  // namespace thalweg
