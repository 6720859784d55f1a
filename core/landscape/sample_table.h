#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/formula/formula.h"
#include "core/samples/data_set.h"

namespace thalweg {

/// What the programs of a loss take as parameters, sample by sample: the sample's own numbers where a parameter is
/// called like a column, and the same value for all elsewhere.
class SampleTable {
  public:
    /// parameters: one for each of loss.parameters().
    SampleTable(const Formula& loss, const DataSet& data, std::span<const double> parameters);

    /// m.
    std::size_t size() const { return samples_; }
    std::span<const double> row(std::size_t sample) const {
        return std::span(numbers_).subspan(sample * columns_, columns_);
    }

  private:
    std::size_t samples_, columns_;
    std::vector<double> numbers_;
};

}  // namespace thalweg
