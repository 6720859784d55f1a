#include "app/scene/typeset.h"

#include <cctype>
#include <charconv>
#include <cstddef>

#include "app/scene/number_format.h"

namespace thalweg {
namespace {

bool is_digit(char c) {
    return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

/// The exponent that begins at words[i], as "e-06", behind a digit; its length, or 0 where there is none.
std::size_t exponent_at(std::string_view words, std::size_t i, int& exponent) {
    if (i == 0 || i + 2 >= words.size() || words[i] != 'e' || !is_digit(words[i - 1])) return 0;
    if (words[i + 1] != '-' && words[i + 1] != '+') return 0;
    const char* const digits = words.data() + i + 2;
    const auto [end, error] = std::from_chars(digits, words.data() + words.size(), exponent);
    if (error != std::errc{}) return 0;
    if (words[i + 1] == '-') exponent = -exponent;
    return static_cast<std::size_t>(end - words.data()) - i;
}

}  // namespace

std::string typeset(std::string_view words) {
    std::string result;
    for (std::size_t i = 0; i < words.size(); ++i) {
        int exponent = 0;
        if (const std::size_t length = exponent_at(words, i, exponent); length > 0) {
            result += "×10" + superscript(exponent);
            i += length - 1;
        } else if (words[i] == '-' && i + 1 < words.size() && is_digit(words[i + 1])) {
            result += "−";
        } else {
            result += words[i];
        }
    }
    return result;
}

}  // namespace thalweg
