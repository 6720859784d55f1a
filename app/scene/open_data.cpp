#include "app/scene/open_data.h"

#include <algorithm>
#include <utility>

#include "app/scene/data_part.h"
#include "core/descent/fit_box.h"

namespace thalweg {
namespace {

std::size_t feature_count(const DataSet& samples) {
    return samples.columns.size() - 1;
}

void put_model(LandscapeChoice& choice, const LossModel& model, std::size_t features) {
    WrittenModel written = write_model(model, features);
    // Penalties that were set stay.
    for (auto& [name, value] : written.parameters) {
        const auto before = choice.parameters.find(name);
        if (before != choice.parameters.end()) value = before->second;
    }
    choice.formula = std::move(written.formula);
    choice.data.prediction = std::move(written.prediction);
    choice.data.task = written.task;
    choice.parameters = std::move(written.parameters);
}

/// Whether a loss of two weights can be one of these samples.
bool suits(const LandscapeChoice& choice, const DataSet& samples) {
    const auto loss = Formula::parse(choice.formula);
    return loss && loss->variables().size() == 2 && column_complaint(*loss, samples).empty() &&
           (choice.data.task == DataTask::regression || has_two_classes(samples));
}

/// The session with this choice, its domain fitted to the loss.
std::string show(Session& session, LandscapeChoice choice, const LoadedSamples& samples, bool keep_starts) {
    const auto loss = Formula::parse(choice.formula);
    if (!loss) return loss.error().message;
    DataMaker maker;
    maker.offer(samples);
    const auto part = maker.make(choice, *loss);
    if (!part) return part.error();
    choice.id.clear();
    choice.grid = {};
    choice.height_scale = HeightScaleKind::linear;
    choice.domain = fit_box(*(*part)->landscape);
    session.landscape = std::move(choice);
    const Box& box = session.landscape.domain;
    session.display.map = box;
    session.playback.step = 0.0;
    if (session.starts.empty()) session.starts.push_back({});
    for (Start& start : session.starts) {
        if (!keep_starts || !box.contains(start.x, start.y))
            start = {box.x0 + 0.12 * box.width(), box.y0 + 0.15 * box.height()};
    }
    session.study.lens = LensKind::data;
    return {};
}

}  // namespace

const LossModel& suggested_model(const DataSet& samples) {
    return *find_loss_model(has_two_classes(samples) ? "logistic" : "linear");
}

void suit_model(LandscapeChoice& choice, const DataSet& samples) {
    const LossModel* const model = model_of(choice.formula);
    if (model != nullptr && choice.formula != write_model(*model, feature_count(samples)).formula)
        put_model(choice, *model, feature_count(samples));
}

std::string open_data(Session& session, const LoadedSamples& samples) {
    LandscapeChoice choice = session.landscape;
    const bool over_data = choice.source == LandscapeSource::data;
    choice.source = LandscapeSource::data;
    if (!over_data) choice.data = {};
    choice.data.samples = samples.source;
    const DataSet& data = samples.reading.data;
    if (over_data) suit_model(choice, data);
    if (!over_data || !suits(choice, data)) put_model(choice, suggested_model(data), feature_count(data));
    return show(session, std::move(choice), samples, over_data);
}

std::string open_data(Session& session, const SampleSource& samples) {
    const auto loaded = load_samples(samples);
    return loaded ? open_data(session, *loaded) : loaded.error();
}

std::string open_model(Session& session, const LoadedSamples& samples, const LossModel& model) {
    LandscapeChoice choice = session.landscape;
    put_model(choice, model, feature_count(samples.reading.data));
    return show(session, std::move(choice), samples, true);
}

}  // namespace thalweg
