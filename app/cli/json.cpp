#include "app/cli/json.h"

#include <fmt/format.h>

#include <cmath>
#include <utility>

namespace thalweg {

void JsonWriter::separate() {
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (!first_) text_ += ',';
    if (depth_ > 0) {
        text_ += '\n';
        text_.append(2 * static_cast<std::size_t>(depth_), ' ');
    }
    first_ = false;
}

void JsonWriter::raw(std::string_view token) {
    separate();
    text_ += token;
    first_ = false;
}

void JsonWriter::begin_object() {
    raw("{");
    ++depth_;
    first_ = true;
}

void JsonWriter::begin_list() {
    raw("[");
    ++depth_;
    first_ = true;
}

void JsonWriter::end_object() {
    --depth_;
    if (!first_) text_.append("\n").append(2 * static_cast<std::size_t>(depth_), ' ');
    text_ += '}';
    first_ = false;
}

void JsonWriter::end_list() {
    --depth_;
    if (!first_) text_.append("\n").append(2 * static_cast<std::size_t>(depth_), ' ');
    text_ += ']';
    first_ = false;
}

void JsonWriter::key(std::string_view name) {
    value(name);
    text_ += ": ";
    after_key_ = true;
}

void JsonWriter::value(double number) {
    raw(std::isfinite(number) ? fmt::format("{:.17g}", number) : "null");
}
void JsonWriter::value(int number) {
    raw(fmt::format("{}", number));
}
void JsonWriter::value(bool truth) {
    raw(truth ? "true" : "false");
}

void JsonWriter::value(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            (quoted += '\\') += c;
        else if (static_cast<unsigned char>(c) < 0x20)
            quoted += fmt::format("\\u{:04x}", static_cast<int>(c));
        else
            quoted += c;
    }
    raw(quoted += '"');
}

void JsonWriter::value(std::span<const double> numbers) {
    std::string list = "[";
    for (const double number : numbers) {
        if (list.size() > 1) list += ", ";
        list += std::isfinite(number) ? fmt::format("{:.17g}", number) : "null";
    }
    raw(list += ']');
}

std::string JsonWriter::text() && {
    return std::move(text_) + '\n';
}

}  // namespace thalweg
