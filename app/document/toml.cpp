#include "app/document/toml.h"

#include <fmt/format.h>

#include <algorithm>

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

/// Where the quoted text that begins at `begin` is over.
std::size_t end_of_quoted(std::string_view text, std::size_t begin) {
    const char quote = text[begin];
    const bool many_lines = text.substr(begin).starts_with(std::string(3, quote));
    for (std::size_t i = begin + (many_lines ? 3 : 1); i < text.size(); ++i) {
        if (text[i] == '\\' && quote == '"') {
            ++i;
        } else if (!many_lines && (text[i] == quote || text[i] == '\n')) {
            return i + 1;
        } else if (many_lines && text.substr(i).starts_with(std::string(3, quote))) {
            return std::min(text.find_first_not_of(quote, i), text.size());
        }
    }
    return text.size();
}

/// How many keys "a.b.c" has at most, wherever there may be keys. Numbers count too: 1.5 has two.
int longest_key_path(std::string_view text) {
    int longest = 0, length = 1;
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        if (c == '"' || c == '\'') {
            i = end_of_quoted(text, i);
        } else if (c == '#') {
            i = std::min(text.find('\n', i), text.size());
        } else {
            if (c == '.') longest = std::max(longest, ++length);
            if (std::string_view("\n,=[]{}").contains(c)) length = 1;
            ++i;
        }
    }
    return longest;
}

}  // namespace

std::string place(std::string_view source, const toml::source_position& position) {
    return fmt::format("{}, line {}, column {}", source, position.line, position.column);
}

std::expected<toml::table, std::string> parse_toml(std::string_view text, std::string_view source) {
    // Tables in tables in tables are let go of by recursion: a hostile file must not use up the stack.
    constexpr int deepest = 100;
    if (longest_key_path(text) > deepest)
        return std::unexpected(fmt::format("{}: a.b.c… is longer than {} keys", source, deepest));
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

std::string toml_key(std::string_view text) {
    const bool bare = !text.empty() && text.find_first_not_of(
                                           "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                           "0123456789_-") == std::string_view::npos;
    return bare ? std::string(text) : toml_string(text);
}

}  // namespace thalweg
