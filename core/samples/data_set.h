#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace thalweg {

/// What is known of one column.
struct DataColumn {
    std::string name;             ///< as formulas call it: the target is y, a single feature x, several x1, x2 …
    std::string title;            ///< as the file called it; may be empty
    std::vector<double> numbers;  ///< one for each sample, all finite
    bool operator==(const DataColumn&) const = default;
};

/// "x (distance)": what formulas call a column, and its file, where that is something else.
std::string words(const DataColumn& column);

/// m samples: what was measured of each, column by column; the target is the last column.
struct DataSet {
    std::vector<DataColumn> columns;

    /// m.
    std::size_t size() const { return columns.empty() ? 0 : columns.front().numbers.size(); }
    /// nullptr if there is no column of that name.
    const DataColumn* find(std::string_view name) const;

    bool operator==(const DataSet&) const = default;
};

/// The most samples that are descended on; of a larger set as many are drawn.
inline constexpr std::size_t most_samples = 10'000;

/// A data set of rows that all have as many numbers as there are columns: features first, the target last. At least
/// two columns.
DataSet from_rows(std::span<const std::vector<double>> rows, std::size_t columns);

/// The chosen samples, in the order chosen.
DataSet subset(const DataSet& data, std::span<const std::uint32_t> chosen);

/// Whether the target tells two classes apart: it has two values.
bool has_two_classes(const DataSet& data);

/// The smaller of the target's two values becomes 0, the larger 1. The error is a sentence: a target with more values,
/// or one value that is neither 0 nor 1, does not name two classes.
std::expected<void, std::string> name_classes(DataSet& data);

/// Which samples are descended on, and which are held out to judge by; both ascending.
struct Split {
    std::vector<std::uint32_t> training, validation;
};

/// Holds out `share` (0..1) of m samples, rounded, drawn with the seed; at least one is left to be descended on.
Split split(std::size_t m, double share, int seed);

/// `count` of m samples, drawn without replacement with the seed; ascending. All of them when count >= m.
std::vector<std::uint32_t> draw(std::size_t m, std::size_t count, int seed);

}  // namespace thalweg
