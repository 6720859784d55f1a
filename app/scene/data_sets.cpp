#include "app/scene/data_sets.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <set>
#include <string_view>
#include <utility>

#include "app/document/resources.h"
#include "core/data/file_bytes.h"
#include "core/data/sha256.h"
#include "core/samples/generators.h"
#include "core/setting/settings_text.h"

namespace thalweg {
namespace {

using Reading = std::expected<DataReading, std::string>;

std::filesystem::path data_folder() {
    return resource_folder() / "assets" / "data";
}

/// Whether a text begins with a generator's name: "line samples=4".
bool is_generator(std::string_view text) {
    const auto names = generator_names();
    const auto begins = words(text);
    return !begins.empty() && std::ranges::find(names, begins.front()) != names.end();
}

Reading read_points(const std::vector<SampleRow>& points) {
    const std::size_t columns = points.front().numbers.size();
    std::vector<std::vector<double>> rows;
    for (const SampleRow& point : points) {
        const bool finite = std::ranges::all_of(point.numbers, [](double number) { return std::isfinite(number); });
        if (columns < 2 || point.numbers.size() != columns || !finite) {
            return std::unexpected(
                fmt::format("sample {} is none: every sample has as many finite numbers as the first, at least a "
                            "feature and a target",
                            rows.size() + 1));
        }
        rows.push_back(point.numbers);
    }
    return DataReading{.data = from_rows(rows, columns), .notes = {}, .understood = {}};
}

Reading read_file_of_samples(const std::filesystem::path& file, const std::string& digest) {
    const auto bytes = FileBytes::read(file);
    if (!bytes) return std::unexpected(bytes.error());
    const auto arrays = open_arrays(bytes->bytes());
    if (!arrays) return std::unexpected(fmt::format("{} {}", file.string(), arrays.error()));
    auto reading = read_data_set(**arrays);
    if (!reading) return std::unexpected(fmt::format("{} {}", file.string(), reading.error()));
    if (!digest.empty() && digest != sha256(bytes->bytes()))
        reading->notes.push_back(fmt::format("{} has changed since it was chosen", file.filename().string()));
    return reading;
}

Reading read_set(const std::string& set) {
    const std::vector<std::string> names = data_set_names();
    if (std::ranges::find(names, set) != names.end()) return read_file_of_samples(data_folder() / (set + ".csv"), {});
    if (!is_generator(set))
        return std::unexpected(fmt::format("there is no data set \"{}\"; there are {}, and the generators {}", set,
                                           fmt::join(names, ", "), fmt::join(generator_names(), ", ")));
    const auto generator = parse_generator(set);
    if (!generator) return std::unexpected("data: " + generator.error());
    return DataReading{.data = generate(*generator), .notes = {}, .understood = {}};
}

}  // namespace

Reading load_data(const DataChoice& choice) {
    Reading reading = !choice.points.empty() ? read_points(choice.points)
                      : !choice.file.empty() ? read_file_of_samples(choice.file, choice.sha256)
                                             : read_set(choice.set);
    return suited(std::move(reading), choice);
}

Reading suited(Reading reading, const DataChoice& choice) {
    if (!reading || choice.task == DataTask::regression) return reading;
    if (const auto named = name_classes(reading->data); !named)
        return std::unexpected(fmt::format("{}: {}", data_words(choice), named.error()));
    return reading;
}

std::vector<std::string> data_set_names() {
    std::vector<std::string> names;
    std::error_code unreadable;
    for (const auto& entry : std::filesystem::directory_iterator(data_folder(), unreadable)) {
        if (entry.path().extension() == ".csv") names.push_back(entry.path().stem().string());
    }
    std::ranges::sort(names);
    return names;
}

bool is_named_set(std::string_view text) {
    if (is_generator(text)) return true;
    const std::vector<std::string> sets = data_set_names();
    return std::ranges::find(sets, text) != sets.end();
}

bool has_two_classes(const DataSet& samples) {
    const std::vector<double>& target = samples.columns.back().numbers;
    return std::set<double>(target.begin(), target.end()).size() == 2;
}

std::vector<SampleRow> sample_rows(const DataSet& data) {
    std::vector<SampleRow> rows(data.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (const DataColumn& column : data.columns) rows[i].numbers.push_back(column.numbers[i]);
    }
    return rows;
}

}  // namespace thalweg
