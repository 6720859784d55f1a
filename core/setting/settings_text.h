#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "core/setting/setting.h"

namespace thalweg {

/// An enumeration's field, seen through its index in Setting::choices.
struct ChoiceField {
    void* field;
    int (*get)(const void* field);
    void (*set)(void* field, int index);
};

/// One field of a settings struct: where it lives and what is known of it.
struct Field {
    Setting setting;
    std::variant<double*, int*, bool*, std::string*, ChoiceField> place;
};

/// The fields that describe() names, in order. They point into `settings`.
template <class Settings>
std::vector<Field> fields(Settings& settings) {
    std::vector<Field> all;
    settings.describe([&]<class T>(T& field, const Setting& setting) {
        if constexpr (std::is_enum_v<T>) {
            all.push_back(
                {setting, ChoiceField{.field = &field,
                                      .get = [](const void* f) { return static_cast<int>(*static_cast<const T*>(f)); },
                                      .set = [](void* f, int i) { *static_cast<T*>(f) = static_cast<T>(i); }}});
        } else {
            all.push_back({setting, &field});
        }
    });
    return all;
}

/// The words of a text, split at blanks.
std::vector<std::string_view> words(std::string_view text);

/// The names in Setting::choices, in order.
std::vector<std::string_view> choices(const Setting& setting);

/// "a, b, c".
std::string listed(const std::vector<std::string_view>& names);

/// Reads words such as "lr=0.05" and "nesterov=true" into the fields. The error is one sentence: what is wrong, where,
/// what to do. `owner` is what the sentence calls the whole: "adam".
std::expected<void, std::string> read_settings(const std::vector<std::string_view>& assignments,
                                               const std::vector<Field>& into, std::string_view owner);

/// What is wrong with the fields' values: a number outside its limits or not finite, as one sentence; empty when all is
/// well.
std::string limits_problem(const std::vector<Field>& fields);

/// The value as read_settings reads it: the shortest decimal that is the same double, "true", a choice's name.
std::string value_text(const Field& field);

}  // namespace thalweg
