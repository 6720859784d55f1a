#include "core/samples/data_set.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "core/random/random.h"

namespace thalweg {

std::string words(const DataColumn& column) {
    const bool renamed = !column.title.empty() && column.title != column.name;
    return renamed ? fmt::format("{} ({})", column.name, column.title) : column.name;
}

const DataColumn* DataSet::find(std::string_view name) const {
    const auto found = std::ranges::find(columns, name, &DataColumn::name);
    return found == columns.end() ? nullptr : &*found;
}

DataSet from_rows(std::span<const std::vector<double>> rows, std::size_t columns) {
    DataSet data;
    for (std::size_t i = 0; i < columns; ++i) {
        const bool target = i + 1 == columns, only_feature = columns == 2;
        DataColumn& column = data.columns.emplace_back();
        column.name = target ? "y" : only_feature ? "x" : fmt::format("x{}", i + 1);
        for (const std::vector<double>& row : rows) column.numbers.push_back(row.at(i));
    }
    return data;
}

DataSet subset(const DataSet& data, std::span<const std::uint32_t> chosen) {
    DataSet result;
    for (const DataColumn& column : data.columns) {
        DataColumn& part = result.columns.emplace_back(column.name, column.title);
        for (const std::uint32_t sample : chosen) part.numbers.push_back(column.numbers.at(sample));
    }
    return result;
}

bool has_two_classes(const DataSet& data) {
    const std::vector<double>& target = data.columns.back().numbers;
    return std::set<double>(target.begin(), target.end()).size() == 2;
}

std::expected<void, std::string> name_classes(DataSet& data) {
    if (data.columns.empty()) return {};
    std::vector<double>& labels = data.columns.back().numbers;
    const std::set<double> values(labels.begin(), labels.end());
    const bool already = std::ranges::all_of(values, [](double value) { return value == 0.0 || value == 1.0; });
    if (already) return {};
    if (values.size() != 2) {
        return std::unexpected(fmt::format("the target has {}, where the two classes need two values, such as 0 and 1",
                                           values.size() == 1 ? fmt::format("the one value {}", *values.begin())
                                                              : fmt::format("{} values", values.size())));
    }
    for (double& label : labels) label = label == *values.begin() ? 0.0 : 1.0;
    return {};
}

std::vector<std::uint32_t> draw(std::size_t m, std::size_t count, int seed) {
    std::vector<std::uint32_t> samples(m);
    std::iota(samples.begin(), samples.end(), 0U);
    if (count >= m) return samples;
    constexpr std::uint64_t purpose = 1;
    RandomSequence random(static_cast<std::uint64_t>(seed), purpose);
    for (std::size_t i = 0; i < count; ++i) std::swap(samples[i], samples[i + random.below(m - i)]);
    samples.resize(count);
    std::ranges::sort(samples);
    return samples;
}

Split split(std::size_t m, double share, int seed) {
    const double wanted = std::round(std::clamp(share, 0.0, 1.0) * static_cast<double>(m));
    const std::size_t count = std::min(static_cast<std::size_t>(wanted), m == 0 ? 0 : m - 1);
    Split parts{.training = {}, .validation = draw(m, count, seed)};
    auto held_out = parts.validation.begin();
    for (std::uint32_t sample = 0; sample < m; ++sample) {
        if (held_out != parts.validation.end() && *held_out == sample) {
            ++held_out;
        } else {
            parts.training.push_back(sample);
        }
    }
    return parts;
}

}  // namespace thalweg
