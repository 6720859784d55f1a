#pragma once

#include <expected>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/formula/formula.h"
#include "core/samples/data_set.h"

namespace thalweg {

/// What a model says of a sample, written in the names of its loss: of J(w, b) = (y − (w x + b))² it is w x + b.
/// Of two classes it says 1 where it is above 0. Not thread-safe.
class ModelPrediction {
  public:
    /// text: in the loss's variables, in names of columns, and in parameters, which are 1 where `parameters` does not
    /// list them. The error is a sentence.
    static std::expected<ModelPrediction, std::string> parse(std::string_view text, const Formula& loss,
                                                             const DataSet& data,
                                                             const std::map<std::string, double>& parameters);
    ModelPrediction(ModelPrediction&&) noexcept;
    ModelPrediction& operator=(ModelPrediction&&) noexcept;
    ~ModelPrediction();

    /// The model with these values of the loss's variables.
    void place(std::span<const double> x);

    /// What it then says of a sample: its number in each column but the last, which is the target.
    double of(std::span<const double> features);

    /// The same of a sample of the data it was made for.
    double of(const DataSet& data, std::size_t sample);

    /// The share of samples whose class (y above ½ or not) it says.
    double accuracy(const DataSet& data);

  private:
    struct Content;
    explicit ModelPrediction(std::unique_ptr<Content> content);
    std::unique_ptr<Content> content_;
};

}  // namespace thalweg
