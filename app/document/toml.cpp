#include "app/document/toml.h"

#include <fmt/format.h>

namespace thalweg {
namespace {

/// Bytes of the UTF-8 sequence at the front of `text`, or 0 when there is no valid one.
std::size_t sequence_length(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(i < text.size() ? text[i] : 0); };
    const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const unsigned first = byte(0);
    const unsigned second = byte(1);
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const bool overlong = first == 0xE0 && second < 0xA0;
        const bool surrogate = first == 0xED && second >= 0xA0;
        return !overlong && !surrogate && follows(1) && follows(2) ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool out_of_range = (first == 0xF0 && second < 0x90) || (first == 0xF4 && second >= 0x90);
        return !out_of_range && follows(1) && follows(2) && follows(3) ? 4 : 0;
    }
    return 0;
}

}  // namespace

std::string place(std::string_view source, const toml::source_position& position) {
    return fmt::format("{}, line {}, column {}", source, position.line, position.column);
}

std::expected<toml::table, std::string> parse_toml(std::string_view text, std::string_view source) {
    try {
        return toml::parse(text, source);
    } catch (const toml::parse_error& error) {
        return std::unexpected(fmt::format("{}: {}", place(source, error.source().begin), error.description()));
    }
}

std::string toml_number(double number) {
    std::string text = fmt::format("{}", number);
    if (text.find_first_of(".eni") == std::string::npos) text += ".0";
    return text;
}

std::string toml_string(std::string_view text) {
    std::string quoted = "\"";
    while (!text.empty()) {
        const std::size_t length = sequence_length(text);
        const auto byte = static_cast<unsigned char>(text.front());
        if (length == 0) {
            quoted += "\uFFFD";
        } else if (length > 1) {
            quoted += text.substr(0, length);
        } else if (byte == '"' || byte == '\\') {
            quoted += '\\';
            quoted += text.front();
        } else if (byte < 0x20 || byte == 0x7F) {
            quoted += fmt::format("\\u{:04X}", byte);
        } else {
            quoted += text.front();
        }
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return quoted + '"';
}

}  // namespace thalweg
