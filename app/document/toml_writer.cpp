#include "app/document/toml_writer.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/optimizer/optimizer.h"

namespace thalweg {

std::string setting_comment(const Setting& setting) {
    std::string comment(setting.help);
    const auto add = [&](std::string_view text) { comment += (comment.empty() ? "" : "; ") + std::string(text); };
    if (!setting.choices.empty()) add(listed(choices(setting)));
    if (!setting.unit.empty()) add("in " + std::string(setting.unit));
    return comment.empty() ? comment : "  # " + comment;
}

std::string toml_value(bool value) {
    return value ? "true" : "false";
}

std::string toml_value(int value) {
    return fmt::format("{}", value);
}

std::string toml_value(double value) {
    return toml_number(value);
}

std::string toml_value(const std::string& value) {
    return toml_string(value);
}

std::string toml_value(const Start& value) {
    return fmt::format("[{}, {}]", toml_number(value.x), toml_number(value.y));
}

std::string toml_value(const Box& value) {
    return fmt::format("[{}, {}, {}, {}]", toml_number(value.x0), toml_number(value.x1), toml_number(value.y0),
                       toml_number(value.y1));
}

std::string toml_value(const std::array<double, 3>& value) {
    return fmt::format("[{}, {}, {}]", toml_number(value[0]), toml_number(value[1]), toml_number(value[2]));
}

std::string toml_value(const std::vector<Start>& value) {
    std::vector<std::string> starts;
    starts.reserve(value.size());
    for (const Start& start : value) starts.push_back(toml_value(start));
    return fmt::format("[{}]", fmt::join(starts, ", "));
}

std::string toml_value(const std::vector<std::string>& value) {
    std::vector<std::string> words;
    words.reserve(value.size());
    for (const std::string& word : value) words.push_back(toml_string(word));
    return fmt::format("[{}]", fmt::join(words, ", "));
}

std::string toml_value(const std::map<std::string, double>& value) {
    if (value.empty()) return "{}";
    std::vector<std::string> entries;
    entries.reserve(value.size());
    for (const auto& [name, number] : value) {
        entries.push_back(fmt::format("{} = {}", toml_key(name), toml_number(number)));
    }
    return fmt::format("{{ {} }}", fmt::join(entries, ", "));
}

std::string toml_value(const std::vector<SampleRow>& value) {
    std::vector<std::string> rows;
    for (const SampleRow& row : value) {
        std::vector<std::string> numbers;
        for (const double number : row.numbers) numbers.push_back(toml_number(number));
        rows.push_back(fmt::format("[{}]", fmt::join(numbers, ", ")));
    }
    return fmt::format("[{}]", fmt::join(rows, ", "));
}

std::string toml_value(const Optimizer& value) {
    return toml_string(to_text(value));
}

}  // namespace thalweg
