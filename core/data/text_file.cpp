#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "core/data/array_file.h"
#include "core/data/text_table.h"

namespace thalweg {
namespace {

std::optional<double> as_number(std::string_view word) {
    double number = 0.0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    const bool whole = error == std::errc() && end == word.data() + word.size();
    return whole ? std::optional(number) : std::nullopt;
}

/// A table as arrays: its columns, where the first line names them; else one matrix, without a name, and, where the
/// first line and column are coordinates, those as x and y.
class TextFile final : public ArrayFile {
  public:
    explicit TextFile(TextTable table) : table_(std::move(table)) {
        const auto& header = table_.header;
        coordinates_ = table_.columns > 2 && !header.empty() &&
                       std::ranges::all_of(header.begin() + 1, header.end(),
                                           [](const std::string& word) { return as_number(word).has_value(); });
        if (coordinates_) {
            infos_ = {
                {"", {table_.rows, table_.columns - 1}, ""}, {"x", {table_.columns - 1}, ""}, {"y", {table_.rows}, ""}};
        } else if (header.empty()) {
            infos_ = {{"", {table_.rows, table_.columns}, ""}};
        } else {
            for (const std::string& name : header) infos_.push_back({name, {table_.rows}, ""});
        }
    }

    std::span<const ArrayInfo> arrays() const override { return infos_; }
    std::string_view format() const override { return "text"; }
    std::expected<std::vector<double>, std::string> read(std::size_t index) const override {
        if (!coordinates_) return table_.header.empty() ? table_.numbers : column(index);
        if (index == 2) return column(0);
        std::vector<double> numbers;
        if (index == 1) {
            for (std::size_t i = 1; i < table_.columns; ++i) numbers.push_back(*as_number(table_.header[i]));
            return numbers;
        }
        numbers.reserve(table_.rows * (table_.columns - 1));
        for (std::size_t row = 0; row < table_.rows; ++row) {
            const auto first = table_.numbers.begin() + static_cast<std::ptrdiff_t>(row * table_.columns);
            numbers.insert(numbers.end(), first + 1, first + static_cast<std::ptrdiff_t>(table_.columns));
        }
        return numbers;
    }

  private:
    std::vector<double> column(std::size_t index) const {
        std::vector<double> numbers(table_.rows);
        for (std::size_t row = 0; row < table_.rows; ++row) numbers[row] = table_.numbers[row * table_.columns + index];
        return numbers;
    }

    TextTable table_;
    bool coordinates_ = false;
    std::vector<ArrayInfo> infos_;
};

}  // namespace

std::expected<std::unique_ptr<ArrayFile>, std::string> open_text(std::span<const std::byte> bytes) {
    auto table = parse_text_table({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    if (!table) return std::unexpected(table.error());
    return std::make_unique<TextFile>(*std::move(table));
}

}  // namespace thalweg
