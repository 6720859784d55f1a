#include "app/scene/data_part.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string_view>
#include <utility>
#include <vector>

namespace thalweg {
namespace {

/// The same numbers every time: which samples are held out is no part of what a run's seed draws.
constexpr int split_seed = 1;

/// What says which samples these are, and nothing else.
DataChoice source_of(const DataChoice& choice) {
    return {.set = choice.set, .file = choice.file, .sha256 = choice.sha256, .points = choice.points};
}

/// "x", "x2" and "y" are what columns are called.
bool is_called_like_a_column(const std::string& name) {
    return name == "y" || (name.starts_with('x') && name.find_first_not_of("0123456789", 1) == std::string::npos);
}

}  // namespace

std::string column_complaint(const Formula& loss, const DataSet& samples) {
    for (const std::string& weight : loss.variables()) {
        if (!is_column(samples, weight) && !is_called_like_a_column(weight)) continue;
        return fmt::format("{} stands for the samples' numbers; begin the loss with J(w, b) = to say which are weights",
                           weight);
    }
    std::vector<std::string_view> columns;
    for (const DataColumn& column : samples.columns) columns.push_back(column.name);
    bool any = false;
    for (const std::string& name : loss.parameters()) {
        any |= is_column(samples, name);
        if (is_called_like_a_column(name) && !is_column(samples, name))
            return fmt::format("the loss names {}, but the samples have {}", name, fmt::join(columns, ", "));
    }
    if (any) return {};
    return fmt::format("the loss names none of the samples' columns, which are {}", fmt::join(columns, ", "));
}

const std::expected<DataReading, std::string>& DataMaker::read(const DataChoice& choice) {
    DataChoice source = source_of(choice);
    const bool another = read_from_ != source;
    if (another) read_ = load_data(source);
    if (another || task_ != choice.task) reading_ = suited(read_, choice);
    read_from_ = std::move(source);
    task_ = choice.task;
    return reading_;
}

std::expected<std::shared_ptr<const DataPart>, std::string> DataMaker::make(const LandscapeChoice& choice,
                                                                            const Formula& loss) {
    read(choice.data);
    if (!reading_) return std::unexpected(reading_.error());
    const DataSet& samples = reading_->data;
    if (std::string problem = column_complaint(loss, samples); !problem.empty())
        return std::unexpected(std::move(problem));
    Split parts = split(samples.size(), choice.data.held_out.share, split_seed);
    SampleSets sets{.training = subset(samples, parts.training),
                    .validation = subset(samples, parts.validation),
                    .batches = choice.data.batches};
    return std::make_shared<const DataPart>(DataPart{
        .samples = samples,
        .parts = std::move(parts),
        .landscape =
            std::make_shared<const DataLandscape>(loss, std::move(sets), parameter_values(choice, loss.parameters()),
                                                  static_cast<int>(loss.variables().size())),
        .task = choice.data.task,
        .prediction = choice.data.prediction,
        .parameters = choice.parameters,
        .note = fmt::format("{}", fmt::join(reading_->notes, "; "))});
}

}  // namespace thalweg
