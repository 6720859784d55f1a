#include "core/data/data_set_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <utility>

#include "core/data/grid_layout.h"

namespace thalweg {
namespace {

using Numbers = std::vector<double>;
template <class T>
using Result = std::expected<T, std::string>;

/// One column under the name it has in the file.
struct NamedColumn {
    std::string title;
    Numbers numbers;
};

bool is_target(std::string_view title) {
    constexpr std::array<std::string_view, 5> names = {"y", "target", "label", "labels", "class"};
    return std::ranges::any_of(names, [&](std::string_view name) {
        return std::ranges::equal(name, title,
                                  [](char a, char b) { return a == std::tolower(static_cast<unsigned char>(b)); });
    });
}

/// The columns of a matrix of numbers by rows.
void add_columns(Numbers matrix, std::size_t columns, const std::string& title, std::vector<NamedColumn>& all) {
    if (columns == 1) {
        all.emplace_back(title, std::move(matrix));
        return;
    }
    for (std::size_t column = 0; column < columns; ++column) {
        Numbers& numbers = all.emplace_back(title).numbers;
        numbers.reserve(matrix.size() / columns);
        for (std::size_t i = column; i < matrix.size(); i += columns) numbers.push_back(matrix[i]);
    }
}

/// Every array that has a number, or a row of them, for each of m samples.
Result<std::vector<NamedColumn>> columns_of(const ArrayFile& file) {
    const auto arrays = file.arrays();
    const auto length = [](const ArrayInfo& info) { return info.shape.empty() ? 0 : info.shape[0]; };
    const auto target = std::ranges::find_if(arrays, [](const ArrayInfo& info) { return is_target(info.name); });
    const auto fits = [&](const ArrayInfo& info) {
        return !info.shape.empty() && info.shape.size() <= 2 &&
               length(info) == length(target == arrays.end() ? arrays.back() : *target);
    };
    std::vector<NamedColumn> columns;
    for (const ArrayInfo& info : arrays) {
        if (!fits(info)) continue;
        if (!info.problem.empty()) return std::unexpected(info.problem);
        auto numbers = read_array(file, info);
        if (!numbers) return std::unexpected(numbers.error());
        const std::size_t width = info.shape.size() == 2 ? info.shape[1] : 1;
        if (width > 0) add_columns(*std::move(numbers), width, info.name, columns);
    }
    return columns;
}

/// The rows whose numbers are all finite.
std::vector<std::uint32_t> complete_rows(const std::vector<NamedColumn>& columns) {
    std::vector<std::uint32_t> rows;
    rows.reserve(columns.front().numbers.size());
    for (std::size_t i = 0; i < columns.front().numbers.size(); ++i) {
        const bool complete =
            std::ranges::all_of(columns, [&](const NamedColumn& column) { return std::isfinite(column.numbers[i]); });
        if (complete) rows.push_back(static_cast<std::uint32_t>(i));
    }
    return rows;
}

std::string summary(const DataSet& data, std::size_t rows) {
    std::string titles;
    for (const DataColumn& column : data.columns) titles += (titles.empty() ? "" : ", ") + words(column);
    return fmt::format("{} sample{} of {}.", rows, rows == 1 ? "" : "s", titles);
}

}  // namespace

Result<DataReading> read_data_set(const ArrayFile& file) {
    if (file.arrays().empty()) return std::unexpected("holds no numbers");
    auto columns = columns_of(file);
    if (!columns) return std::unexpected(columns.error());
    if (columns->size() < 2) return std::unexpected("has one column; samples need a feature and a target");
    // The target comes last.
    const auto target = std::ranges::find_if(*columns, [](const NamedColumn& c) { return is_target(c.title); });
    if (target != columns->end()) std::rotate(target, target + 1, columns->end());

    const std::size_t rows = columns->front().numbers.size();
    DataReading reading;
    std::vector<std::uint32_t> kept = complete_rows(*columns);
    if (kept.empty()) return std::unexpected(rows == 0 ? "holds no samples" : "has a number missing in every sample");
    if (kept.size() < rows) {
        const std::size_t missing = rows - kept.size();
        reading.notes.push_back(fmt::format("{} of {} samples {} a number missing and {} left out", missing, rows,
                                            missing == 1 ? "has" : "have", missing == 1 ? "is" : "are"));
    }
    if (kept.size() > most_samples) {
        reading.notes.push_back(fmt::format("of {} samples {} are used, drawn at random", kept.size(), most_samples));
        constexpr int seed = 1;
        std::vector<std::uint32_t> drawn = draw(kept.size(), most_samples, seed);
        for (std::uint32_t& sample : drawn) sample = kept[sample];
        kept = std::move(drawn);
    }
    const std::vector<Numbers> no_rows;
    reading.data = from_rows(no_rows, columns->size());
    for (std::size_t i = 0; i < columns->size(); ++i) {
        DataColumn& column = reading.data.columns[i];
        column.title = std::move((*columns)[i].title);
        column.numbers.reserve(kept.size());
        for (const std::uint32_t row : kept) column.numbers.push_back((*columns)[i].numbers[row]);
    }
    reading.understood = summary(reading.data, rows);
    return reading;
}

}  // namespace thalweg
