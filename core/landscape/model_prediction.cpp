#include "core/landscape/model_prediction.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/formula/scalar.h"

namespace thalweg {
namespace {

/// "p(w, b) = w x + b": as the loss's variables are declared, so that theirs are the same coordinates.
std::string with_heading(std::string_view text, const Formula& loss) {
    std::string heading;
    for (const std::string& name : loss.variables()) heading += (heading.empty() ? "p(" : ", ") + name;
    return heading + ") = " + std::string(text);
}

}  // namespace

struct ModelPrediction::Content {
    Formula formula;
    std::vector<double> parameters;                   ///< as the program takes them; features at their places
    std::vector<std::optional<std::size_t>> feature;  ///< of each parameter: which column it is
    Calculator<double> calculator;
    std::vector<double> features;

    Content(Formula read, std::vector<double> values, std::vector<std::optional<std::size_t>> columns,
            std::size_t count)
        : formula(std::move(read)),
          parameters(std::move(values)),
          feature(std::move(columns)),
          calculator(formula.value_program(), parameters),
          features(count) {}
};

ModelPrediction::ModelPrediction(std::unique_ptr<Content> content) : content_(std::move(content)) {}
ModelPrediction::ModelPrediction(ModelPrediction&&) noexcept = default;
ModelPrediction& ModelPrediction::operator=(ModelPrediction&&) noexcept = default;
ModelPrediction::~ModelPrediction() = default;

std::expected<ModelPrediction, std::string> ModelPrediction::parse(std::string_view text, const Formula& loss,
                                                                   const DataSet& data,
                                                                   const std::map<std::string, double>& parameters) {
    auto formula = Formula::parse(with_heading(text, loss));
    if (!formula)
        return std::unexpected("the prediction \"" + std::string(text) +
                               "\" cannot be read: " + formula.error().message);
    const std::size_t features = data.columns.empty() ? 0 : data.columns.size() - 1;
    std::vector<double> values;
    std::vector<std::optional<std::size_t>> columns;
    for (const std::string& name : formula->parameters()) {
        const auto given = parameters.find(name);
        values.push_back(given == parameters.end() ? 1.0 : given->second);
        const auto column = std::ranges::find(data.columns, name, &DataColumn::name);
        const auto index = static_cast<std::size_t>(column - data.columns.begin());
        columns.push_back(column != data.columns.end() && index < features ? std::optional(index) : std::nullopt);
    }
    return ModelPrediction(
        std::make_unique<Content>(*std::move(formula), std::move(values), std::move(columns), features));
}

void ModelPrediction::place(std::span<const double> x) {
    const auto variables = content_->calculator.variables();
    std::copy_n(x.begin(), variables.size(), variables.begin());
}

double ModelPrediction::of(std::span<const double> features) {
    for (std::size_t i = 0; i < content_->parameters.size(); ++i) {
        if (const auto column = content_->feature[i]) content_->parameters[i] = features[*column];
    }
    content_->calculator.set_parameters(content_->parameters);
    content_->calculator.evaluate();
    return content_->calculator.output(0);
}

double ModelPrediction::of(const DataSet& data, std::size_t sample) {
    for (std::size_t i = 0; i < content_->features.size(); ++i) {
        content_->features[i] = data.columns[i].numbers[sample];
    }
    return of(content_->features);
}

double ModelPrediction::accuracy(const DataSet& data) {
    std::size_t right = 0;
    for (std::size_t i = 0; i < data.size(); ++i) {
        if ((of(data, i) > 0) == (data.columns.back().numbers[i] > 0.5)) ++right;
    }
    return static_cast<double>(right) / static_cast<double>(std::max<std::size_t>(data.size(), 1));
}

}  // namespace thalweg
