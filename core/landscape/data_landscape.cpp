#include "core/landscape/data_landscape.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <utility>

#include "core/formula/block.h"
#include "core/formula/evaluate.h"
#include "core/formula/grid_calculator.h"
#include "core/landscape/sample_mean.h"
#include "core/landscape/sample_table.h"

namespace thalweg {

struct DataLandscape::Content {
    Formula loss;
    SampleSets samples;
    std::vector<double> parameters;
    int coordinates;
    std::shared_ptr<const SampleTable> training, validation;  ///< no validation: nullptr
};

namespace {

[[noreturn]] void stop(const char* broken_invariant) {
    std::fputs(broken_invariant, stderr);
    std::abort();
}

/// The batches of a run, one thread's own.
class BatchTraining final : public Training {
  public:
    BatchTraining(const Formula& loss, const SampleSets& samples, std::shared_ptr<const SampleTable> training,
                  std::shared_ptr<const SampleTable> validation, int coordinates)
        : m_(training->size()),
          batches_(samples.batches),
          source_(batches_, m_),
          batch_(loss, std::move(training), coordinates) {
        if (validation != nullptr) {
            validation_ = std::make_unique<SampleMean>(loss, std::move(validation), coordinates);
        }
    }

    bool has_batches() const override { return !whole(batches_, m_); }
    void choose(int step) override { batch_.choose(source_.at(step)); }
    Evaluator& batch() override { return batch_; }
    int steps_per_epoch() const override { return thalweg::steps_per_epoch(batches_, m_); }
    bool validates() const override { return validation_ != nullptr; }
    double validation_loss(std::span<const double> x) override { return validation_->value(x); }

  private:
    std::size_t m_;
    Batches batches_;
    BatchSource source_;
    SampleMean batch_;
    std::unique_ptr<SampleMean> validation_;
};

std::vector<Block> blocks(std::span<const double> numbers) {
    std::vector<Block> result(numbers.size());
    for (std::size_t i = 0; i < numbers.size(); ++i) result[i].fill(numbers[i]);
    return result;
}

/// Adds the first values of a block.
void add(const Block& block, std::span<double> sums) {
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += block.values[i];
}

/// Sums become means; gradients are undefined where f is.
void divide(std::size_t count, std::span<double> f, std::span<double> fx, std::span<double> fy) {
    const auto m = static_cast<double>(count);
    for (std::size_t i = 0; i < f.size(); ++i) {
        f[i] /= m;
        fx[i] = std::isnan(f[i]) ? f[i] : fx[i] / m;
        fy[i] = std::isnan(f[i]) ? f[i] : fy[i] / m;
    }
}

/// A block of points at a time, all samples for each.
class MeanBatchEvaluator final : public BatchEvaluator {
  public:
    MeanBatchEvaluator(const Formula& loss, std::shared_ptr<const SampleTable> table)
        : loss_(loss),
          table_(std::move(table)),
          parameters_(blocks(table_->row(0))),
          calculator_(loss_.gradient_program(), parameters_) {}

    void gradients(std::span<const double> x, std::span<const double> y, std::span<double> f, std::span<double> fx,
                   std::span<double> fy) override {
        for (std::size_t first = 0; first < x.size(); first += Block::size) {
            const std::size_t count = std::min(Block::size, x.size() - first);
            const auto part = [&](auto all) { return all.subspan(first, count); };
            // f is asked for even where nobody wants it: it knows where the gradient is undefined.
            const std::span<double> values = f.empty() ? std::span(unwanted_).first(count) : part(f);
            for (std::span<double> sums : {values, part(fx), part(fy)}) std::ranges::fill(sums, 0.0);
            add_block({part(x), part(y)}, values, part(fx), part(fy));
            divide(table_->size(), values, part(fx), part(fy));
        }
    }

  private:
    void add_block(const std::array<std::span<const double>, 2>& points, std::span<double> f, std::span<double> fx,
                   std::span<double> fy) {
        const auto variables = calculator_.variables();
        for (std::size_t i = 0; i < variables.size(); ++i) {
            const auto rest = std::ranges::copy(points.at(i), variables[i].values.begin()).out;
            // The last block is filled up with its own last point.
            std::fill(rest, variables[i].values.end(), points.at(i).back());
        }
        for (std::size_t sample = 0; sample < table_->size(); ++sample) {
            const auto row = table_->row(sample);
            for (std::size_t i = 0; i < row.size(); ++i) parameters_[i].fill(row[i]);
            calculator_.set_parameters(parameters_);
            calculator_.evaluate();
            add(calculator_.output(0), f);
            add(calculator_.output(1), fx);
            if (variables.size() > 1) add(calculator_.output(2), fy);
        }
    }

    Formula loss_;
    std::shared_ptr<const SampleTable> table_;
    std::vector<Block> parameters_;
    Calculator<Block> calculator_;
    std::array<double, Block::size> unwanted_{};
};

}  // namespace

DataLandscape::DataLandscape(Formula loss, SampleSets samples, std::vector<double> parameters, int coordinates) {
    if (parameters.size() != loss.parameters().size()) stop("DataLandscape: one value is needed for each parameter\n");
    if (std::cmp_less(coordinates, loss.variables().size())) {
        stop("DataLandscape: the loss has more variables than there are coordinates\n");
    }
    if (samples.training.size() == 0) stop("DataLandscape: a mean needs at least one sample\n");
    const auto table = [&](const DataSet& data) {
        return data.size() == 0 ? nullptr : std::make_shared<const SampleTable>(loss, data, parameters);
    };
    auto training = table(samples.training), validation = table(samples.validation);
    content_ = std::make_shared<const Content>(Content{.loss = std::move(loss),
                                                       .samples = std::move(samples),
                                                       .parameters = std::move(parameters),
                                                       .coordinates = coordinates,
                                                       .training = std::move(training),
                                                       .validation = std::move(validation)});
}

DataLandscape::~DataLandscape() = default;

int DataLandscape::dimensions() const {
    return content_->coordinates;
}

int DataLandscape::variables() const {
    return static_cast<int>(content_->loss.variables().size());
}

std::unique_ptr<Evaluator> DataLandscape::evaluator() const {
    return std::make_unique<SampleMean>(content_->loss, content_->training, content_->coordinates);
}

std::unique_ptr<Training> DataLandscape::training() const {
    const bool plain = whole(content_->samples.batches, content_->training->size());
    if (plain && content_->validation == nullptr) return nullptr;
    return std::make_unique<BatchTraining>(content_->loss, content_->samples, content_->training, content_->validation,
                                           content_->coordinates);
}

std::unique_ptr<BatchEvaluator> DataLandscape::batch_evaluator() const {
    return std::make_unique<MeanBatchEvaluator>(content_->loss, content_->training);
}

void DataLandscape::grid_values(std::span<const double> x, std::span<const double> y, std::span<double> f) const {
    const SampleTable& table = *content_->training;
    GridCalculator calculator(content_->loss.value_program(), table.row(0));
    std::ranges::fill(f, 0.0);
    for (std::size_t sample = 0; sample < table.size(); ++sample) {
        calculator.set_parameters(table.row(sample));
        calculator.run(x, y, [&](std::size_t row, std::size_t column, std::size_t count) {
            add(calculator.output(0), f.subspan(row * x.size() + column, count));
        });
    }
    for (double& value : f) value /= static_cast<double>(table.size());
}

void DataLandscape::grid_gradients(std::span<const double> x, std::span<const double> y, std::span<double> f,
                                   std::span<double> fx, std::span<double> fy) const {
    const SampleTable& table = *content_->training;
    GridCalculator calculator(content_->loss.gradient_program(), table.row(0));
    const bool both = content_->loss.variables().size() > 1;
    for (std::span<double> sums : {f, fx, fy}) std::ranges::fill(sums, 0.0);
    for (std::size_t sample = 0; sample < table.size(); ++sample) {
        calculator.set_parameters(table.row(sample));
        calculator.run(x, y, [&](std::size_t row, std::size_t column, std::size_t count) {
            const std::size_t first = row * x.size() + column;
            add(calculator.output(0), f.subspan(first, count));
            add(calculator.output(1), fx.subspan(first, count));
            if (both) add(calculator.output(2), fy.subspan(first, count));
        });
    }
    divide(table.size(), f, fx, fy);
}

std::size_t DataLandscape::sample_count() const {
    return content_->training->size();
}

const Formula& DataLandscape::loss() const {
    return content_->loss;
}

std::span<const double> DataLandscape::parameters() const {
    return content_->parameters;
}

const SampleSets& DataLandscape::samples() const {
    return content_->samples;
}

DataLandscape DataLandscape::over(std::span<const std::uint32_t> chosen) const {
    return {content_->loss,
            {.training = subset(content_->samples.training, chosen)},
            content_->parameters,
            content_->coordinates};
}

std::vector<double> DataLandscape::sample_gradients(std::span<const double> x) const {
    const auto n = static_cast<std::size_t>(content_->coordinates);
    const std::size_t m = content_->training->size();
    SampleMean one(content_->loss, content_->training, content_->coordinates);
    std::vector<double> gradients(m * n);
    for (std::uint32_t sample = 0; sample < m; ++sample) {
        one.choose({&sample, 1});
        one.gradient(x, std::span(gradients).subspan(sample * n, n));
    }
    return gradients;
}

bool is_column(const DataSet& data, std::string_view name) {
    return data.find(name) != nullptr;
}

}  // namespace thalweg
