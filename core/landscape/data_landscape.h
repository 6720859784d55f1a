#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/formula/formula.h"
#include "core/landscape/training.h"
#include "core/samples/batches.h"
#include "core/samples/data_set.h"

namespace thalweg {

/// The samples that a loss is a mean of, and those that are held out.
struct SampleSets {
    DataSet training;         ///< at least one sample
    DataSet validation = {};  ///< may be empty
    Batches batches = {};     ///< how the steps of a run see the training samples
};

/// The mean of a loss over samples as a function of its parameters:
///   J(w, b) = 1/m Σ ℓ(w, b; xᵢ, yᵢ)
/// ℓ is a formula whose variables are the coordinates (w, b) and of whose other names those of the data's columns stand
/// for the sample's own numbers: J(w, b) = (y − (w x + b))²/2 over columns x and y is linear regression. Gradient and
/// Hessian are exact, of the whole and of every batch; at kinks they are torch's choice of subgradient.
/// Sums run over the samples in ascending order, so that a batch of all of them is the whole, to the bit.
class DataLandscape final : public SampledLandscape {
  public:
    /// parameters: one value for each of loss.parameters(), in that order; those called like columns are not used.
    /// coordinates: n; at least the number of the loss's variables.
    DataLandscape(Formula loss, SampleSets samples, std::vector<double> parameters, int coordinates = 2);
    ~DataLandscape() override;

    int dimensions() const override;
    int variables() const override;
    std::unique_ptr<Evaluator> evaluator() const override;
    std::unique_ptr<Training> training() const override;
    std::unique_ptr<BatchEvaluator> batch_evaluator() const override;
    void grid_values(std::span<const double> x, std::span<const double> y, std::span<double> f) const override;
    void grid_gradients(std::span<const double> x, std::span<const double> y, std::span<double> f, std::span<double> fx,
                        std::span<double> fy) const override;
    std::size_t sample_count() const override;

    const Formula& loss() const;
    std::span<const double> parameters() const;
    const SampleSets& samples() const;

    /// The mean over some training samples alone (at least one), without batches or validation.
    DataLandscape over(std::span<const std::uint32_t> chosen) const;

    /// Each training sample's own gradient at x: m rows of n numbers.
    std::vector<double> sample_gradients(std::span<const double> x) const;

  private:
    struct Content;
    std::shared_ptr<const Content> content_;
};

/// Whether a name in a formula stands for a column of the data.
bool is_column(const DataSet& data, std::string_view name);

}  // namespace thalweg
