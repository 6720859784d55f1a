#include "app/document/toml_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "app/document/toml_writer.h"
#include "core/setting/nearest.h"
#include "core/setting/settings_text.h"

namespace thalweg {
namespace {

/// The finite number that a node is, written as an integer or a float.
std::optional<double> number(const toml::node& node) {
    const std::optional<double> value = node.is_number() ? node.value<double>() : std::nullopt;
    return value && std::isfinite(*value) ? value : std::nullopt;
}

bool allowed(double value, const Setting& setting) {
    return !setting.strict || (value >= setting.minimum && value <= setting.maximum);
}

std::string range(const Setting& setting) {
    return setting.strict ? fmt::format(" from {} to {}", setting.minimum, setting.maximum) : std::string();
}

}  // namespace

void TomlReader::read(bool& field, const toml::node& node, const Setting&, const std::string& name) {
    if (const auto value = node.value_exact<bool>()) {
        field = *value;
    } else {
        warn(node.source().begin, fmt::format("{} must be true or false; {} is used", name, toml_value(field)));
    }
}

void TomlReader::read(int& field, const toml::node& node, const Setting& setting, const std::string& name) {
    const auto value = node.value_exact<std::int64_t>();
    const bool fits = value && *value >= std::numeric_limits<int>::min() && *value <= std::numeric_limits<int>::max();
    if (fits && allowed(static_cast<double>(*value), setting)) {
        field = static_cast<int>(*value);
    } else {
        warn(node.source().begin, fmt::format("{} must be a whole number{}; {} is used", name, range(setting), field));
    }
}

void TomlReader::read(double& field, const toml::node& node, const Setting& setting, const std::string& name) {
    const auto value = number(node);
    if (value && allowed(*value, setting)) {
        field = *value;
    } else {
        warn(node.source().begin, fmt::format("{} must be a number{}; {} is used", name, range(setting), field));
    }
}

void TomlReader::read(std::string& field, const toml::node& node, const Setting&, const std::string& name) {
    if (auto value = node.value_exact<std::string>()) {
        field = std::move(*value);
    } else {
        warn(node.source().begin, fmt::format("{} must be a text in quotes; {} is used", name, toml_value(field)));
    }
}

void TomlReader::read(Start& field, const toml::node& node, const Setting&, const std::string& name) {
    std::array<double, 2> point = {};
    if (read_numbers(point.data(), point.size(), node, name)) field = {point[0], point[1]};
}

void TomlReader::read(Box& field, const toml::node& node, const Setting&, const std::string& name) {
    std::array<double, 4> edges = {};
    if (!read_numbers(edges.data(), edges.size(), node, name)) return;
    const auto [x0, x1, y0, y1] = edges;
    const Box box{x0, x1, y0, y1};
    if (is_valid_domain(box)) {
        field = box;
    } else {
        warn(node.source().begin,
             fmt::format("{} must be x0, x1, y0, y1 with x0 < x1 and y0 < y1; {} is used", name, toml_value(field)));
    }
}

void TomlReader::read(std::map<std::string, double>& field, const toml::node& node, const Setting&,
                      const std::string& name) {
    const toml::table* table = node.as_table();
    if (table == nullptr) {
        warn(node.source().begin, name + " must be a table of numbers, as { a = 2.0 }; it is left as it was");
        return;
    }
    field.clear();
    for (const auto& [key, entry] : *table) {
        if (const auto value = number(entry)) {
            field.emplace(key.str(), *value);
        } else {
            warn(entry.source().begin, fmt::format("{}.{} must be a number; 1 is used", name, key.str()));
        }
    }
}

void TomlReader::read(SampleRow& field, const toml::node& node, const Setting&, const std::string& name) {
    const toml::array* array = node.as_array();
    if (array == nullptr) return warn(node.source().begin, name + " must be numbers in brackets");
    for (const toml::node& entry : *array) {
        if (const auto value = number(entry)) {
            field.numbers.push_back(*value);
        } else {
            warn(entry.source().begin, name + " must be numbers in brackets");
        }
    }
}

void TomlReader::read(Optimizer& field, const toml::node& node, const Setting& setting, const std::string& name) {
    std::string text;
    read(text, node, setting, name);
    if (text.empty()) return;
    if (const auto optimizer = parse_optimizer(text)) {
        field = *optimizer;
    } else {
        warn(node.source().begin, fmt::format("{}: {}; {} is used", name, optimizer.error(), to_text(field)));
    }
}

bool TomlReader::read_numbers(double* numbers, std::size_t count, const toml::node& node, const std::string& name) {
    const toml::array* array = node.as_array();
    std::vector<double> found;
    if (array != nullptr && array->size() == count) {
        for (const toml::node& entry : *array) {
            if (const auto value = number(entry)) found.push_back(*value);
        }
    }
    if (found.size() != count) {
        warn(node.source().begin, fmt::format("{} must be {} numbers in brackets; its default is used", name, count));
        return false;
    }
    std::ranges::copy(found, numbers);
    return true;
}

int TomlReader::read_choice(const toml::node& node, const Setting& setting, const std::string& name) {
    const auto value = node.value_exact<std::string>();
    const auto names = choices(setting);
    const auto found = value ? std::ranges::find(names, std::string_view(*value)) : names.end();
    if (found != names.end()) return static_cast<int>(found - names.begin());
    warn(node.source().begin, fmt::format("{} must be one of {}; its default is used{}", name, listed(names),
                                          value ? did_you_mean(*value, names) : ""));
    return -1;
}

void TomlReader::warn(const toml::source_position& position, const std::string& sentence) {
    warnings_.push_back(place(source_, position) + ": " + sentence);
}

void TomlReader::warn_of_too_many(const toml::node& row, const Setting& setting, const std::string& name) {
    warn(row.source().begin, fmt::format("there may be at most {} {}; the others are left out", setting.maximum, name));
}

void TomlReader::warn_of_unknown_keys(const toml::table& table, const std::string& path,
                                      const std::vector<std::string_view>& known, std::string_view also_known) {
    for (const auto& [key, node] : table) {
        if (key.str() == also_known || std::ranges::find(known, key.str()) != known.end()) continue;
        const std::string where = path.empty() ? "" : fmt::format(" in [{}]", path);
        warn(key.source().begin, fmt::format("unknown key {}{} is left out; known are {}{}", toml_string(key.str()),
                                             where, listed(known), did_you_mean(key.str(), known)));
    }
}

}  // namespace thalweg
