#include "app/scene/number_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string_view>

namespace thalweg {
namespace {

constexpr std::string_view minus = "−";
constexpr int smallest_plain_exponent = -3;
constexpr int largest_plain_exponent = 5;
constexpr double largest_fixed = 1e10;

std::optional<std::string> not_finite(double value) {
    if (std::isnan(value)) return "undefined";
    if (std::isinf(value)) return value > 0 ? "∞" : std::string(minus) + "∞";
    return std::nullopt;
}

/// Puts the true minus sign in front, unless only zeros are left of the number.
std::string with_sign(std::string text) {
    if (!text.starts_with('-')) return text;
    text.erase(0, 1);
    return text.find_first_of("123456789") == std::string::npos ? text : std::string(minus) + text;
}

std::string without_trailing_zeros(std::string text) {
    if (text.find('.') == std::string::npos) return text;
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
}

}  // namespace

std::string superscript(int number) {
    constexpr std::array<std::string_view, 10> digits = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string raised;
    for (const char c : fmt::format("{}", number))
        raised += c == '-' ? "⁻" : digits.at(static_cast<std::size_t>(c - '0'));
    return raised;
}

std::string format_number(double value, int digits) {
    if (const auto word = not_finite(value)) return *word;
    if (value == 0) return "0";

    // The exponent after rounding: 999.96 has four digits as 1000, not as 999.9.
    const std::string scientific = fmt::format("{:.{}e}", value, std::max(digits, 1) - 1);
    const std::size_t e = scientific.find('e');
    const int exponent = std::stoi(scientific.substr(e + 1));
    if (exponent < smallest_plain_exponent || exponent > largest_plain_exponent) {
        const std::string factor = with_sign(without_trailing_zeros(scientific.substr(0, e)));
        return factor + "×10" + superscript(exponent);
    }
    const int decimals = std::max(digits - 1 - exponent, 0);
    return with_sign(without_trailing_zeros(fmt::format("{:.{}f}", value, decimals)));
}

std::string format_fixed(double value, int decimals) {
    if (const auto word = not_finite(value)) return *word;
    if (std::abs(value) >= largest_fixed) return format_number(value);
    return with_sign(fmt::format("{:.{}f}", value, decimals));
}

std::string format_point(double x, double y, int decimals) {
    return fmt::format("({}, {})", format_fixed(x, decimals), format_fixed(y, decimals));
}

}  // namespace thalweg
