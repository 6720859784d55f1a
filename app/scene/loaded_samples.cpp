#include "app/scene/loaded_samples.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/scene/data_sets.h"
#include "core/data/file_bytes.h"
#include "core/data/sha256.h"
#include "core/samples/generators.h"

namespace thalweg {
namespace {

using Loading = std::expected<LoadedSamples, std::string>;

Loading load_points(const SampleSource& wanted) {
    const std::size_t columns = wanted.points.front().numbers.size();
    std::vector<std::vector<double>> rows;
    for (const SampleRow& point : wanted.points) {
        const bool finite = std::ranges::all_of(point.numbers, [](double number) { return std::isfinite(number); });
        if (columns < 2 || point.numbers.size() != columns || !finite) {
            return std::unexpected(
                fmt::format("sample {} is none: every sample has as many finite numbers as the first, at least a "
                            "feature and a target",
                            rows.size() + 1));
        }
        rows.push_back(point.numbers);
    }
    LoadedSamples loaded{.source = wanted,
                         .reading = {.data = from_rows(rows, columns), .notes = {}, .understood = {}}};
    for (std::size_t i = 0; i < std::min(columns, wanted.columns.size()); ++i)
        loaded.reading.data.columns[i].title = wanted.columns[i];
    return loaded;
}

Loading load_file(const std::string& file) {
    const auto failed = [&](const std::string& why) { return std::unexpected(fmt::format("{} {}", file, why)); };
    const auto bytes = FileBytes::read(file);
    if (!bytes) return std::unexpected(bytes.error());
    const auto arrays = open_arrays(bytes->bytes());
    if (!arrays) return failed(arrays.error());
    auto reading = read_data_set(**arrays);
    if (!reading) return failed(reading.error());
    return LoadedSamples{.source = {.file = file, .sha256 = sha256(bytes->bytes())}, .reading = *std::move(reading)};
}

Loading load_chosen_file(const SampleSource& wanted) {
    auto loaded = load_file(wanted.file);
    if (loaded && !wanted.sha256.empty() && wanted.sha256 != loaded->source.sha256)
        loaded->reading.notes.push_back(fmt::format("{} has changed since it was chosen", data_words(wanted)));
    return loaded;
}

Loading load_set(const std::string& set) {
    if (const auto file = data_set_file(set)) {
        auto loaded = load_file(file->string());
        if (loaded) loaded->source = {.set = set};
        return loaded;
    }
    if (!is_named_set(set))
        return std::unexpected(fmt::format("there is no data set \"{}\"; there are {}, and the generators {}", set,
                                           fmt::join(data_set_names(), ", "), fmt::join(generator_names(), ", ")));
    const auto generator = parse_generator(set);
    if (!generator) return std::unexpected("data: " + generator.error());
    return LoadedSamples{.source = {.set = set},
                         .reading = {.data = generate(*generator), .notes = {}, .understood = {}}};
}

}  // namespace

Loading load_samples(const SampleSource& wanted) {
    if (!wanted.points.empty()) return load_points(wanted);
    return wanted.file.empty() ? load_set(wanted.set) : load_chosen_file(wanted);
}

std::expected<DataSet, std::string> suited(const LoadedSamples& samples, DataTask task) {
    DataSet data = samples.reading.data;
    if (task == DataTask::regression) return data;
    if (const auto named = name_classes(data); !named)
        return std::unexpected(fmt::format("{}: {}", data_words(samples.source), named.error()));
    return data;
}

SampleSource as_points(const DataSet& data) {
    SampleSource samples{.points = std::vector<SampleRow>(data.size())};
    for (const DataColumn& column : data.columns) {
        for (std::size_t i = 0; i < data.size(); ++i) samples.points[i].numbers.push_back(column.numbers[i]);
        samples.columns.push_back(column.title);
    }
    if (std::ranges::all_of(samples.columns, &std::string::empty)) samples.columns.clear();
    return samples;
}

}  // namespace thalweg
