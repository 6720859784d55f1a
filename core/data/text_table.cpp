#include "core/data/text_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>

#include "core/data/grid_data.h"
#include "core/setting/trimmed.h"

namespace thalweg {
namespace {

constexpr double hole = std::numeric_limits<double>::quiet_NaN();

constexpr std::string_view blanks = " \t\r";

bool is_blank(char c) {
    return blanks.contains(c);
}

/// Without blanks around it, and without quotes around what is left.
std::string_view bare(std::string_view field) {
    field = trimmed(field, blanks);
    if (field.size() >= 2 && field.front() == '"' && field.back() == '"') field = field.substr(1, field.size() - 2);
    return field;
}

bool means_nothing(std::string_view field) {
    constexpr std::array<std::string_view, 8> words = {"", "na", "n/a", "null", "none", "-", "--", "masked"};
    std::string lower(field);
    std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return std::ranges::find(words, lower) != words.end();
}

/// What a number leaves of the text that begins with it, or nullptr.
const char* read_number(const char* from, const char* end, double& number) {
    if (from != end && *from == '+') ++from;
    const auto [rest, error] = std::from_chars(from, end, number);
    // Beyond the largest double, or below the smallest.
    if (error == std::errc::result_out_of_range) number = std::strtod(std::string(from, rest).c_str(), nullptr);
    return error == std::errc::invalid_argument ? nullptr : rest;
}

std::optional<double> field_as_number(std::string_view field) {
    field = bare(field);
    if (means_nothing(field)) return hole;
    double number = 0.0;
    const char* end = field.data() + field.size();
    return read_number(field.data(), end, number) == end ? std::optional(number) : std::nullopt;
}

/// Text of a file for a message: short, and without what a terminal would take amiss.
std::string quoted(std::string_view field) {
    constexpr std::size_t longest = 24;
    std::string text(field.substr(0, longest));
    for (char& c : text) {
        if (static_cast<unsigned char>(c) < 32 || static_cast<unsigned char>(c) >= 127) c = '?';
    }
    return '"' + text + (field.size() > longest ? "…\"" : "\"");
}

/// The character between numbers; a blank stands for any number of blanks and tabs.
char find_separator(std::string_view line) {
    for (const char c : {';', ',', '\t'}) {
        if (line.contains(c)) return c;
    }
    return ' ';
}

class TableReader {
  public:
    explicit TableReader(std::string_view text) : text_(text) {
        if (text_.starts_with("\xEF\xBB\xBF")) text_.remove_prefix(3);
    }

    std::expected<TextTable, std::string> read() {
        std::string_view line;
        if (!next_line(line)) return std::unexpected("holds no numbers");
        separator_ = find_separator(line);
        if (separator_ == '\t' && bare(line).find(' ') != std::string_view::npos) separator_ = ' ';
        const std::vector<std::string_view> fields = split(line);
        table_.columns = fields.size();
        if (is_header(fields)) {
            for (const std::string_view field : fields) table_.header.emplace_back(bare(field));
        } else {
            take_header_from_comment();
            if (!read_line(line)) return std::unexpected(error_);
        }
        reserve();
        while (next_line(line)) {
            if (!read_line(line)) return std::unexpected(error_);
        }
        if (table_.rows == 0) return std::unexpected("holds no numbers below its first line");
        return std::move(table_);
    }

  private:
    /// The next line that is not blank or a comment.
    bool next_line(std::string_view& line) {
        while (!text_.empty()) {
            const std::size_t end = std::min(text_.find('\n'), text_.size());
            line = text_.substr(0, end);
            text_.remove_prefix(std::min(end + 1, text_.size()));
            ++line_number_;
            while (!line.empty() && is_blank(line.back()) && (line.back() != separator_ || line.back() == '\r')) {
                line.remove_suffix(1);
            }
            const std::size_t first = line.find_first_not_of(" \r");
            if (first == std::string_view::npos) continue;
            if (line[first] != '#') return true;
            if (table_.columns == 0) comment_ = line.substr(first + 1);
        }
        return false;
    }

    /// numpy.savetxt puts the names of columns behind a #.
    void take_header_from_comment() {
        const std::vector<std::string_view> words = split(comment_);
        const auto is_word = [](std::string_view word) { return !field_as_number(word); };
        if (words.size() != table_.columns || !std::ranges::all_of(words, is_word)) return;
        for (const std::string_view word : words) table_.header.emplace_back(bare(word));
    }

    std::vector<std::string_view> split(std::string_view line) const {
        std::vector<std::string_view> fields;
        if (separator_ != ' ') {
            for (;;) {
                const std::size_t end = line.find(separator_);
                fields.push_back(line.substr(0, end));
                if (end == std::string_view::npos) return fields;
                line.remove_prefix(end + 1);
            }
        }
        for (;;) {
            while (!line.empty() && is_blank(line.front())) line.remove_prefix(1);
            if (line.empty()) return fields;
            const std::size_t end = std::min(line.find_first_of(" \t\r"), line.size());
            fields.push_back(line.substr(0, end));
            line.remove_prefix(end);
        }
    }

    /// Words, or a row of coordinates behind a corner that is empty or a word.
    static bool is_header(const std::vector<std::string_view>& fields) {
        const std::string_view corner = bare(fields.front());
        if (fields.size() > 1 && (corner.empty() || !field_as_number(corner))) return true;
        return std::ranges::any_of(fields, [](std::string_view field) { return !field_as_number(field); });
    }

    void reserve() {
        const auto lines = static_cast<std::size_t>(std::ranges::count(text_, '\n')) + 2;
        // A number takes at least one byte and its separator.
        table_.numbers.reserve(std::min(lines * table_.columns, text_.size() / 2 + 2 * table_.columns));
    }

    bool read_line(std::string_view line) {
        const std::size_t before = table_.numbers.size();
        if (!read_quickly(line)) {
            table_.numbers.resize(before);
            if (!read_carefully(line)) return false;
        }
        const std::size_t count = table_.numbers.size() - before;
        if (count != table_.columns) {
            error_ = fmt::format("has ragged lines: line {} has {} number{}, and the first has {}", line_number_, count,
                                 count == 1 ? "" : "s", table_.columns);
            return false;
        }
        ++table_.rows;
        if (table_.numbers.size() > 3 * most_nodes) {
            error_ = fmt::format("holds more than {} million numbers", 3 * most_nodes / 1'000'000);
            return false;
        }
        return true;
    }

    /// Plain numbers, and one separator between them.
    bool read_quickly(std::string_view line) {
        const char* at = line.data();
        const char* const end = at + line.size();
        for (;;) {
            while (at != end && *at == ' ') ++at;
            double number = 0.0;
            at = read_number(at, end, number);
            if (at == nullptr) return false;
            table_.numbers.push_back(number);
            if (at == end) return true;
            if (separator_ == ' ') {
                if (!is_blank(*at)) return false;
                while (at != end && is_blank(*at)) ++at;
                if (at == end) return true;
            } else {
                while (at != end && *at == ' ') ++at;
                if (at == end || *at != separator_) return at == end;
                ++at;
            }
        }
    }

    bool read_carefully(std::string_view line) {
        const std::vector<std::string_view> fields = split(line);
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const std::optional<double> number = field_as_number(fields[i]);
            if (!number) {
                error_ = fmt::format("has {} where a number belongs, in line {}, column {}", quoted(bare(fields[i])),
                                     line_number_, i + 1);
                return false;
            }
            table_.numbers.push_back(*number);
        }
        return true;
    }

    std::string_view text_;
    std::string_view comment_;  ///< the last one before the first line
    char separator_ = ' ';
    std::size_t line_number_ = 0;
    TextTable table_;
    std::string error_;
};

}  // namespace

std::expected<TextTable, std::string> parse_text_table(std::string_view text) {
    return TableReader(text).read();
}

}  // namespace thalweg
