#include "app/scene/data_part.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string_view>
#include <utility>
#include <vector>

#include "app/document/loss_models.h"

namespace thalweg {
namespace {

/// The same numbers every time: which samples are held out is no part of what a run's seed draws.
constexpr int split_seed = 1;

/// "x", "x2" and "y" are what columns are called.
bool is_called_like_a_column(const std::string& name) {
    return name == "y" || (name.starts_with('x') && name.find_first_not_of("0123456789", 1) == std::string::npos);
}

/// One sentence; empty: there are none, or the loss is one of its user's own.
std::string unused_features(const LandscapeChoice& choice, const DataSet& samples) {
    const std::size_t features = samples.columns.size() - 1;
    if (features <= most_features || model_of(choice.formula) == nullptr) return {};
    return fmt::format("of {} features the first {} are used", features, most_features);
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

void DataMaker::offer(LoadedSamples samples) {
    chosen_ = samples.source;
    loaded_ = std::make_shared<const LoadedSamples>(std::move(samples));
    task_.reset();
}

void DataMaker::read(const DataChoice& choice) {
    if (chosen_ != choice.samples) {
        chosen_ = choice.samples;
        loaded_.reset();
        task_.reset();
        auto loaded = load_samples(choice.samples);
        if (!loaded) {
            suited_ = std::unexpected(loaded.error());
            return;
        }
        loaded_ = std::make_shared<const LoadedSamples>(*std::move(loaded));
    }
    if (!loaded_ || task_ == choice.task) return;
    task_ = choice.task;
    suited_ = suited(*loaded_, choice.task);
}

std::expected<std::shared_ptr<const DataPart>, std::string> DataMaker::make(const LandscapeChoice& choice,
                                                                            const Formula& loss) {
    read(choice.data);
    if (!suited_) return std::unexpected(suited_.error());
    const DataSet& samples = *suited_;
    if (std::string problem = column_complaint(loss, samples); !problem.empty())
        return std::unexpected(std::move(problem));
    std::vector<std::string> notes = loaded_->reading.notes;
    if (std::string unused = unused_features(choice, samples); !unused.empty()) notes.push_back(std::move(unused));
    Split parts = split(samples.size(), choice.data.held_out.share, split_seed);
    SampleSets sets{.training = subset(samples, parts.training),
                    .validation = subset(samples, parts.validation),
                    .batches = choice.data.batches};
    return std::make_shared<const DataPart>(DataPart{
        .loaded = loaded_,
        .samples = samples,
        .parts = std::move(parts),
        .landscape =
            std::make_shared<const DataLandscape>(loss, std::move(sets), parameter_values(choice, loss.parameters()),
                                                  static_cast<int>(loss.variables().size())),
        .task = choice.data.task,
        .prediction = choice.data.prediction,
        .parameters = choice.parameters,
        .notes = std::move(notes)});
}

}  // namespace thalweg
