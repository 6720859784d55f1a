#include "app/studio/number_files.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>

#include "core/setting/trimmed.h"

namespace thalweg {
namespace {

constexpr std::string_view separators = ",; \t", blanks = ",; \t\r";

bool is_number(std::string_view word) {
    if (word.starts_with('+')) word.remove_prefix(1);
    double number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    return error != std::errc::invalid_argument && end == word.data() + word.size();
}

/// Whether at least one field of a line is a number, and at most half of them are not (holes have many names).
bool is_line_of_numbers(std::string_view line) {
    int numbers = 0, others = 0;
    line = trimmed(line, blanks);
    while (!line.empty()) {
        const std::size_t end = std::min(line.find_first_of(separators), line.size());
        const std::string_view word = line.substr(0, end);
        if (!word.empty()) ++(is_number(word) ? numbers : others);
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    return numbers > 0 && others <= numbers;
}

/// Whether a line names columns: the reader of numbers says best what is missing or wrong below it.
bool is_line_of_names(std::string_view line) {
    return line.find_first_of(",;\t") != std::string_view::npos && line.find_first_of("=[{") == std::string_view::npos;
}

/// The first line with something on it that is no comment; `head` goes on behind it.
std::string_view next_line(std::string_view& head) {
    while (!head.empty()) {
        const std::size_t end = std::min(head.find('\n'), head.size());
        const std::string_view line = trimmed(head.substr(0, end), blanks);
        head.remove_prefix(std::min(end + 1, head.size()));
        if (!line.empty() && !line.starts_with('#')) return line;
    }
    return {};
}

}  // namespace

bool may_be_numbers(std::string_view head) {
    constexpr std::array<std::string_view, 3> magic = {"\x93NUMPY", "PK\x03\x04", "\x89HDF\r\n\x1a\n"};
    for (const std::string_view beginning : magic) {
        if (head.starts_with(beginning)) return true;
    }
    if (head.find('\0') != std::string_view::npos) return false;
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    const std::string_view first = next_line(head);
    return is_line_of_numbers(first) || is_line_of_names(first) || is_line_of_numbers(next_line(head));
}

}  // namespace thalweg
