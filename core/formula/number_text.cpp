#include "core/formula/number_text.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <system_error>

namespace thalweg {

namespace {

/// mantissa · 10^exponent, exactly, if a Rational can hold it.
std::optional<Rational> read_exactly(std::string_view text) {
    const bool decimal = text.find_first_of(".e") != std::string_view::npos;
    std::int64_t mantissa = 0;
    std::int64_t exponent = 0;
    std::int64_t zeros = 0;  // held back, since 1.500000000000000000 is exact too
    bool fraction = false;
    std::size_t i = 0;
    for (; i < text.size() && text[i] != 'e'; ++i) {
        if (text[i] == '.') {
            fraction = true;
            continue;
        }
        if (fraction) --exponent;
        if (text[i] == '0') {
            ++zeros;
            continue;
        }
        for (; zeros >= 0; --zeros) {
            if (mantissa > Rational::limit) return std::nullopt;
            mantissa *= 10;
        }
        zeros = 0;
        mantissa += text[i] - '0';
    }
    exponent += zeros;
    if (i < text.size()) {
        std::int64_t written = 0;
        const auto [end, problem] = std::from_chars(text.data() + i + 1, text.data() + text.size(), written);
        if (problem != std::errc{} || written < -1000 || written > 1000) return std::nullopt;
        exponent += written;
    }
    if (mantissa == 0) return Rational{};
    const auto scale = power(Rational{10}, exponent);
    const auto exact = Rational::make(mantissa, 1, decimal);
    return scale && exact ? multiply(*exact, *scale) : std::nullopt;
}

}  // namespace

std::optional<NodeId> read_number(Graph& graph, std::string_view text) {
    if (const auto slash = text.find('/'); slash != std::string_view::npos) {
        return graph.number(Rational{text[0] - '0', text[slash + 1] - '0'});
    }
    if (const auto exact = read_exactly(text)) return graph.number(*exact);
    double nearest = 0.0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), nearest);
    constexpr double infinity = std::numeric_limits<double>::infinity();
    if (problem == std::errc::result_out_of_range) {
        // from_chars does not say on which side; a number too small for a double has a negative exponent or leading
        // zeros.
        const bool tiny = text.find("e-") != std::string_view::npos || text.starts_with("0") || text.starts_with(".");
        if (!tiny) return std::nullopt;
        nearest = 0.0;
    }
    return graph.literal({nearest, std::nextafter(nearest, -infinity), std::nextafter(nearest, infinity)});
}

Decimal write_decimal(double value) {
    // "d.ddde-07": the digits that are needed, and no more.
    std::array<char, 32> buffer = {};
    const auto written =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific);
    const std::string_view text(buffer.data(), written.ptr);
    const auto e = text.find('e');
    const int exponent = std::stoi(std::string(text.substr(e + 1)));
    std::string digits(1, text[0]);
    if (e > 2) digits += text.substr(2, e - 2);

    const auto count = static_cast<int>(digits.size());
    constexpr int most_zeros = 6;
    if (exponent < -most_zeros || exponent > 15 + most_zeros) {
        return {count == 1 ? digits : fmt::format("{}.{}", digits[0], digits.substr(1)), exponent};
    }
    if (exponent < 0) return {fmt::format("0.{:0>{}}", digits, count - exponent - 1), 0};
    if (count <= exponent + 1) return {fmt::format("{:0<{}}", digits, exponent + 1), 0};
    const auto whole = static_cast<std::size_t>(exponent) + 1;
    return {fmt::format("{}.{}", digits.substr(0, whole), digits.substr(whole)), 0};
}

}  // namespace thalweg
