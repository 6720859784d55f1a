#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "app/document/describe.h"
#include "app/document/toml.h"
#include "core/setting/settings_text.h"

namespace thalweg {

/// What stands behind a value, for people: "  # help; a, b or c; in unit", or nothing.
std::string setting_comment(const Setting& setting);

std::string toml_value(bool value);
std::string toml_value(int value);
std::string toml_value(double value);
std::string toml_value(const std::string& value);
std::string toml_value(const Start& value);
std::string toml_value(const Box& value);
std::string toml_value(const std::array<double, 3>& value);
std::string toml_value(const std::vector<Start>& value);
std::string toml_value(const std::vector<std::string>& value);
std::string toml_value(const std::map<std::string, double>& value);
std::string toml_value(const std::vector<SampleRow>& value);
std::string toml_value(const Optimizer& value);

/// Appends the body of the TOML table `path` ("" for the whole file): first the fields that fit on a line, then the
/// tables in it, as TOML's order demands.
template <Described Value>
void write_table(std::string& text, Value& value, const std::string& path, bool with_comments) {
    describe(value, [&]<class T>(T& field, const Setting& setting) {
        if constexpr (!Described<T> && !is_rows<T>) {
            text += std::string(setting.name) + " = ";
            if constexpr (std::is_enum_v<T>) {
                text += toml_string(choices(setting).at(static_cast<std::size_t>(field)));
            } else {
                text += toml_value(field);
            }
            text += (with_comments ? setting_comment(setting) : "") + '\n';
        }
    });
    describe(value, [&]<class T>(T& field, const Setting& setting) {
        const std::string name = (path.empty() ? "" : path + '.') + std::string(setting.name);
        if constexpr (Described<T>) {
            text += "\n[" + name + "]\n";
            write_table(text, field, name, with_comments);
        } else if constexpr (is_rows<T>) {
            bool first = with_comments;
            for (auto& row : field) {
                text += "\n[[" + name + "]]\n";
                write_table(text, row, name, first);
                first = false;
            }
        }
    });
}

}  // namespace thalweg
