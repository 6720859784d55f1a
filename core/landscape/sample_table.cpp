#include "core/landscape/sample_table.h"

namespace thalweg {

SampleTable::SampleTable(const Formula& loss, const DataSet& data, std::span<const double> parameters)
    : samples_(data.size()), columns_(parameters.size()), numbers_(samples_ * columns_) {
    const auto names = loss.parameters();
    for (std::size_t column = 0; column < columns_; ++column) {
        const DataColumn* own = data.find(names[column]);
        for (std::size_t i = 0; i < samples_; ++i) {
            numbers_[i * columns_ + column] = own != nullptr ? own->numbers[i] : parameters[column];
        }
    }
}

}  // namespace thalweg
