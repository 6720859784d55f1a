#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/setting/settings_text.h"

// Texts such as "adam lr=0.05 amsgrad=true" for any closed set of settings structs: a variant whose members have a
// `keyword` and describe(), and where settings can contradict each other, conflict().
namespace thalweg {

/// One of each, at its defaults.
template <class Variant>
struct EachOf;
template <class... T>
struct EachOf<std::variant<T...>> {
    static std::vector<std::variant<T...>> at_defaults() { return {std::variant<T...>(T{})...}; }
};

template <class Variant>
std::string_view keyword(const Variant& chosen) {
    return std::visit([](const auto& settings) { return settings.keyword; }, chosen);
}

template <class Variant>
std::vector<std::string_view> keywords() {
    std::vector<std::string_view> all;
    for (const Variant& each : EachOf<Variant>::at_defaults()) all.push_back(keyword(each));
    return all;
}

/// The fields of the struct that is chosen; they point into `chosen`.
template <class Variant>
std::vector<Field> chosen_fields(Variant& chosen) {
    return std::visit([](auto& settings) { return fields(settings); }, chosen);
}

/// What is wrong with the settings, as one sentence; empty when all is well.
template <class Variant>
std::string keyword_problem(Variant chosen) {
    if (std::string limits = limits_problem(chosen_fields(chosen)); !limits.empty()) return limits;
    return std::visit(
        [](const auto& settings) -> std::string {
            if constexpr (requires { settings.conflict(); }) return settings.conflict();
            return {};
        },
        chosen);
}

/// Reads a keyword and its settings. `what` is what an error calls the whole: "optimizer", "schedule".
template <class Variant>
std::expected<Variant, std::string> parse_keyword(std::string_view text, std::string_view what) {
    std::vector<std::string_view> assignments = words(text);
    const std::string names = listed(keywords<Variant>());
    if (assignments.empty()) return std::unexpected("no " + std::string(what) + " is named; there are " + names);
    const std::string_view wanted = assignments.front();
    assignments.erase(assignments.begin());

    for (Variant& each : EachOf<Variant>::at_defaults()) {
        if (keyword(each) != wanted) continue;
        if (auto read = read_settings(assignments, chosen_fields(each), wanted); !read) {
            return std::unexpected(read.error());
        }
        if (std::string wrong = keyword_problem(each); !wrong.empty()) return std::unexpected(wrong);
        return each;
    }
    return std::unexpected("unknown " + std::string(what) + " \"" + std::string(wanted) + "\"; there are " + names);
}

/// The text that parse_keyword reads back as the same; keys at their defaults are left out, but for `always`.
template <class Variant>
std::string keyword_text(Variant chosen, std::string_view always = {}) {
    Variant defaults = std::visit([]<class T>(const T&) -> Variant { return T{}; }, chosen);
    const std::vector<Field> now = chosen_fields(chosen), usual = chosen_fields(defaults);
    std::string text(keyword(chosen));
    for (std::size_t i = 0; i < now.size(); ++i) {
        const std::string value = value_text(now[i]);
        if (now[i].setting.name == always || value != value_text(usual[i])) {
            text += ' ';
            text += now[i].setting.name;
            text += '=' + value;
        }
    }
    return text;
}

}  // namespace thalweg
