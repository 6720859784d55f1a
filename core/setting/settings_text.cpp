#include "core/setting/settings_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <system_error>

#include "core/setting/nearest.h"

namespace thalweg {
namespace {

using Reading = std::expected<void, std::string>;

std::string quoted(std::string_view text) {
    return '"' + std::string(text) + '"';
}

std::string number_text(double value) {
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    return {digits, end};
}

/// Reads all of `text` as a number, or says no.
template <class Number>
bool read_number(std::string_view text, Number& value) {
    if (text.starts_with('+')) text.remove_prefix(1);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size();
}

/// "at least 0", "above 0 and below 1"; empty for no limits at all.
std::string limits_text(const Limits& limits) {
    std::string text;
    if (std::isfinite(limits.low)) text = (limits.open_low ? "above " : "at least ") + number_text(limits.low);
    if (std::isfinite(limits.high)) {
        if (!text.empty()) text += " and ";
        text += (limits.open_high ? "below " : "at most ") + number_text(limits.high);
    }
    return text;
}

Limits all_limits(const Setting& setting) {
    if (!setting.strict) return setting.limits;
    return {.low = setting.minimum, .high = setting.maximum};
}

std::string limits_problem(const Setting& setting, double value) {
    const Limits limits = all_limits(setting);
    if (std::isfinite(value) && limits.contains(value)) return {};
    const std::string allowed = limits_text(limits);
    return std::string(setting.name) + " = " + number_text(value) + " is not allowed: it must be " +
           (allowed.empty() ? "a finite number" : allowed);
}

struct Reader {
    const Setting& setting;
    std::string_view text;

    std::unexpected<std::string> refuse(const std::string& wanted) const {
        return std::unexpected(std::string(setting.name) + ": " + quoted(text) + " is not " + wanted);
    }

    Reading operator()(double* field) const {
        double value = 0.0;
        if (!read_number(text, value)) return refuse("a number");
        if (std::string problem = limits_problem(setting, value); !problem.empty()) return std::unexpected(problem);
        *field = value;
        return {};
    }

    Reading operator()(int* field) const {
        int value = 0;
        if (!read_number(text, value)) return refuse("a whole number");
        if (std::string problem = limits_problem(setting, value); !problem.empty()) return std::unexpected(problem);
        *field = value;
        return {};
    }

    Reading operator()(bool* field) const {
        std::string lower(text);
        std::ranges::transform(lower, lower.begin(),
                               [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
        if (lower != "true" && lower != "false") return refuse("true or false");
        *field = lower == "true";
        return {};
    }

    Reading operator()(std::string* field) const {
        *field = text;
        return {};
    }

    Reading operator()(const ChoiceField& field) const {
        const std::vector<std::string_view> names = choices(setting);
        const auto found = std::ranges::find(names, text);
        if (found == names.end()) return refuse("one of " + listed(names) + did_you_mean(text, names));
        field.set(field.field, static_cast<int>(found - names.begin()));
        return {};
    }
};

}  // namespace

std::vector<std::string_view> words(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    std::vector<std::string_view> found;
    for (std::size_t begin = text.find_first_not_of(blanks); begin != std::string_view::npos;) {
        const std::size_t end = std::min(text.find_first_of(blanks, begin), text.size());
        found.push_back(text.substr(begin, end - begin));
        begin = text.find_first_not_of(blanks, end);
    }
    return found;
}

std::vector<std::string_view> choices(const Setting& setting) {
    std::vector<std::string_view> names;
    std::string_view rest = setting.choices;
    while (!rest.empty()) {
        const std::size_t bar = std::min(rest.find('|'), rest.size());
        names.push_back(rest.substr(0, bar));
        rest.remove_prefix(std::min(bar + 1, rest.size()));
    }
    return names;
}

std::string listed(const std::vector<std::string_view>& names) {
    std::string text;
    for (const std::string_view name : names) {
        if (!text.empty()) text += ", ";
        text += name;
    }
    return text;
}

std::expected<void, std::string> read_settings(const std::vector<std::string_view>& assignments,
                                               const std::vector<Field>& into, std::string_view owner) {
    std::vector<std::string_view> keys;
    keys.reserve(into.size());
    for (const Field& field : into) keys.push_back(field.setting.name);
    std::vector<bool> given(into.size(), false);

    for (const std::string_view word : assignments) {
        const std::size_t equals = word.find('=');
        if (equals == std::string_view::npos) {
            return std::unexpected(quoted(word) + " is not a setting: write key=value with one of " + listed(keys));
        }
        const std::string_view key = word.substr(0, equals);
        const auto found = std::ranges::find(keys, key);
        if (found == keys.end()) {
            return std::unexpected(std::string(owner) + " has no setting " + quoted(key) + "; it has " + listed(keys) +
                                   did_you_mean(key, keys));
        }
        const auto index = static_cast<std::size_t>(found - keys.begin());
        if (given[index]) return std::unexpected(std::string(key) + " is given twice; give it once");
        given[index] = true;
        const Field& field = into[index];
        if (Reading done = std::visit(Reader{field.setting, word.substr(equals + 1)}, field.place); !done) return done;
    }
    return {};
}

std::string limits_problem(const std::vector<Field>& fields) {
    for (const Field& field : fields) {
        std::string problem;
        if (const auto* number = std::get_if<double*>(&field.place)) problem = limits_problem(field.setting, **number);
        if (const auto* number = std::get_if<int*>(&field.place)) problem = limits_problem(field.setting, **number);
        if (!problem.empty()) return problem;
    }
    return {};
}

std::string value_text(const Field& field) {
    struct Writer {
        const Setting& setting;
        std::string operator()(const double* value) const { return number_text(*value); }
        std::string operator()(const int* value) const { return std::to_string(*value); }
        std::string operator()(const bool* value) const { return *value ? "true" : "false"; }
        std::string operator()(const std::string* value) const { return *value; }
        std::string operator()(const ChoiceField& field) const {
            return std::string(choices(setting).at(static_cast<std::size_t>(field.get(field.field))));
        }
    };
    return std::visit(Writer{field.setting}, field.place);
}

}  // namespace thalweg
