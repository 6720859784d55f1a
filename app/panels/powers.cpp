#include "app/panels/powers.h"

#include <algorithm>
#include <cctype>

#include "app/scene/number_format.h"

namespace thalweg {
namespace {

bool is_digit(char c) {
    return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

/// The raised form of the exponent that `rest` begins with, and how many bytes that has; none: 0.
std::size_t raise(std::string_view rest, std::string& raised) {
    if (rest.starts_with('t') || rest.starts_with('k')) {
        raised += rest.front() == 't' ? "ᵗ" : "ᵏ";
        return 1;
    }
    const auto end = std::ranges::find_if_not(rest, is_digit);
    const auto digits = static_cast<std::size_t>(end - rest.begin());
    if (digits == 0 || (end != rest.end() && *end == '.')) return 0;
    for (const char digit : rest.substr(0, digits)) raised += superscript(digit - '0');
    return digits;
}

}  // namespace

std::string raised_powers(std::string_view words) {
    std::string result;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::size_t length = words[i] == '^' ? raise(words.substr(i + 1), result) : 0;
        if (length > 0)
            i += length;
        else
            result += words[i];
    }
    return result;
}

}  // namespace thalweg
